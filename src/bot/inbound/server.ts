import type { Request, Response, Server } from "restify";
import type { Log } from "../../app/ports/log.ts";
import { isLoopback } from "../config.ts";
import { readBody } from "./body.ts";
import { fault, type Door, type HttpAnswer } from "./door.ts";
import { createRestify } from "./restify.ts";

export interface ServerDeps {
  readonly door: Door;
  readonly log: Log;
  /** True without credentials: only this machine is answered, and only when it was asked for by its own name. */
  readonly loopbackOnly: boolean;
  /** For `/healthz`: rejects when the store cannot be read. */
  readonly healthy: () => Promise<void>;
}

/** `POST /api/messages` and `GET /healthz`. The rehearsal room adds its own routes to the server it gets back. */
export const createHttp = (deps: ServerDeps): Server => {
  const server = createRestify(deps.log);
  if (deps.loopbackOnly) server.pre(onlyThisMachine);
  server.post("/api/messages", async (req: Request, res: Response) => {
    answer(res, await messages(deps, req));
  });
  server.get("/healthz", async (_req: Request, res: Response) => {
    answer(res, await health(deps));
  });
  server.on("restifyError", (_req: Request, res: Response, error: unknown, done: () => void) => {
    deps.log.warn("request refused", { code: error instanceof Error ? error.name : "unknown" });
    done();
  });
  return server;
};

const messages = async ({ door, log }: ServerDeps, req: Request): Promise<HttpAnswer> => {
  if (!/^application\/json\b/i.test(req.headers["content-type"] ?? "")) {
    log.warn("request refused", { code: "NotJson" });
    return fault(415, "NotJson", "Send application/json.");
  }
  const body = await readBody(req);
  if (body.outcome === "refused") {
    log.warn("request refused", { code: body.code });
    return fault(body.status, body.code, body.why);
  }
  return door(body.json, req.headers.authorization ?? "");
};

const health = async ({ healthy, log }: ServerDeps): Promise<HttpAnswer> => {
  try {
    await healthy();
    return { status: 200, body: { status: "ok" } };
  } catch {
    log.error("unhealthy", { code: "Store" });
    return fault(503, "Store", "The store cannot be read.");
  }
};

const answer = (res: Response, { status, body }: HttpAnswer): void => {
  if (res.writableEnded) return;
  if (body === undefined) {
    res.writeHead(status, { "content-length": 0 });
    res.end();
    return;
  }
  // Bytes, not a string: encoding while writing takes three times as long for a card with quotation marks in it.
  const bytes = Buffer.from(JSON.stringify(body));
  res.writeHead(status, { "content-type": "application/json; charset=utf-8", "content-length": bytes.length });
  res.end(bytes);
};

/** A page elsewhere can point a name of its own at 127.0.0.1; asking for the name in the request stops it. */
const onlyThisMachine = (req: Request, res: Response, next: (proceed?: false) => void): void => {
  if (isLoopback(`http://${req.headers.host ?? ""}`)) {
    next();
    return;
  }
  answer(res, fault(403, "Host", "The rehearsal answers only on this machine's own name."));
  next(false);
};
