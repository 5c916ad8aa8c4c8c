import { Agent as PlainAgent, request as plainRequest, type IncomingMessage } from "node:http";
import { Agent as SecureAgent, request as secureRequest } from "node:https";
import { z } from "zod";
import { retryAfterMs } from "./retry-after.ts";

export interface ConnectorCall {
  readonly method: "POST" | "PUT" | "DELETE";
  readonly serviceUrl: string;
  /** From the root of the connector, ids already encoded: `/v3/conversations/…`. */
  readonly path: string;
  readonly body: unknown;
}

/** What one try came to. */
export type Attempt =
  | { readonly outcome: "accepted"; readonly id: string }
  /** Will not work, however often it is tried. */
  | { readonly outcome: "refused"; readonly status: number; readonly code: string }
  /** May work later. `afterMs` when the other side said how long; status 0 for a broken or silent line. */
  | { readonly outcome: "passing"; readonly status: number; readonly code: string; readonly afterMs: number | null };

/** Milliseconds after which a silent line is given up. */
export const lineTimeout = 10_000;

const passing: ReadonlySet<number> = new Set([401, 408, 412, 425, 429, 500, 502, 503, 504]);

const acceptedSchema = z.object({ id: z.string().default("") }).catch({ id: "" });
const errorSchema = z.object({ error: z.object({ code: z.string().max(100) }) });

/**
 * The Bot Connector over plain HTTP, one try a call. Never rejects: retrying is the outbox's. `token` is asked each time; a
 * 401 counts as passing because a token can run out between being asked for and being read.
 */
export const createConnector = ({
  token,
  timeoutMs = lineTimeout,
}: {
  token: () => Promise<string | null>;
  timeoutMs?: number;
}) => {
  const agents = { plain: new PlainAgent({ keepAlive: true }), secure: new SecureAgent({ keepAlive: true }) };

  const send = async (call: ConnectorCall): Promise<Attempt> => {
    const bearer = await token();
    const { status, text, retryAfter } = await exchange(call, bearer, agents, timeoutMs);
    const json = parsed(text);
    if (status >= 200 && status < 300) return { outcome: "accepted", id: acceptedSchema.parse(json).id };
    const error = errorSchema.safeParse(json);
    const code = error.success ? error.data.error.code : `status ${String(status)}`;
    return passing.has(status)
      ? { outcome: "passing", status, code, afterMs: retryAfter }
      : { outcome: "refused", status, code };
  };

  return {
    send: (call: ConnectorCall): Promise<Attempt> =>
      send(call).catch((error: unknown) => ({ outcome: "passing", status: 0, code: codeOf(error), afterMs: null })),
    close: (): void => {
      agents.plain.destroy();
      agents.secure.destroy();
    },
  };
};
export type Connector = ReturnType<typeof createConnector>;

interface Exchanged {
  readonly status: number;
  readonly text: string;
  readonly retryAfter: number | null;
}

const exchange = (
  { method, serviceUrl, path, body }: ConnectorCall,
  bearer: string | null,
  agents: { plain: PlainAgent; secure: SecureAgent },
  timeoutMs: number,
): Promise<Exchanged> => {
  const url = new URL(serviceUrl.replace(/\/+$/, "") + path);
  const payload = Buffer.from(JSON.stringify(body ?? {}));
  const secure = url.protocol === "https:";
  const options = {
    method,
    agent: secure ? agents.secure : agents.plain,
    signal: AbortSignal.timeout(timeoutMs),
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-length": payload.length,
      accept: "application/json",
      ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
    },
  };
  return new Promise((resolve, reject) => {
    const req = (secure ? secureRequest : plainRequest)(url, options, (res) => {
      collect(res).then(resolve, reject);
    });
    req.on("error", reject);
    req.end(payload);
  });
};

const collect = async (res: IncomingMessage): Promise<Exchanged> => {
  const chunks: Buffer[] = [];
  for await (const chunk of res as AsyncIterable<Buffer>) chunks.push(chunk);
  const retryAfter = retryAfterMs(res.headers["retry-after"], res.headers.date);
  return { status: res.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8"), retryAfter };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const codeOf = (error: unknown): string => {
  if (typeof error !== "object" || error === null) return "unknown";
  if ("code" in error && typeof error.code === "string") return error.code;
  return "name" in error && typeof error.name === "string" ? error.name : "unknown";
};
