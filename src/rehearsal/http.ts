import type { IncomingMessage } from "node:http";
import type { Next, Request, Response } from "restify";
import { z } from "zod";

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Asked {
  /** A part of the path by its name, decoded. */
  part(name: string): string;
  /** The body as JSON; undefined when there is none. Throws `BadRequest` for what is no JSON or too large. */
  json(): Promise<unknown>;
}

/** The request is at fault; the message says how and is shown to whoever asked. */
export class BadRequest extends Error {
  override readonly name = "BadRequest";
  readonly status: number;
  constructor(message: string, status = 400) {
    super(message);
    this.status = status;
  }
}

const largest = 1024 * 1024;

const readJson = async (req: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > largest) throw new BadRequest("The body is larger than a megabyte.", 413);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString("utf8");
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequest("The body is not JSON.");
  }
};

const parts = z.record(z.string(), z.string());

const askedOf = (req: Request): Asked => ({
  part: (name) => {
    const value = parts.parse(req.params)[name];
    if (value === undefined) throw new BadRequest(`The path lacks "${name}".`);
    return value;
  },
  json: () => readJson(req),
});

/** Never cached: what the room says is true now. */
export const sendJson = (res: Response, { status, body }: Answer): void => {
  res.writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
  res.end(body === undefined ? "" : JSON.stringify(body));
};

const faultOf = (fault: unknown): Answer =>
  fault instanceof BadRequest
    ? { status: fault.status, body: { error: { code: "BadSyntax", message: fault.message } } }
    : { status: 500, body: { error: { code: "ServiceError", message: "The rehearsal room failed." } } };

/** A restify handler for something that answers with JSON. `failed` hears of what nobody expected. */
export const answering =
  (handle: (asked: Asked) => Promise<Answer>, failed: (fault: unknown) => void) =>
  (req: Request, res: Response, next: Next): void => {
    handle(askedOf(req))
      .catch((fault: unknown) => {
        if (!(fault instanceof BadRequest)) failed(fault);
        return faultOf(fault);
      })
      .then((answer) => {
        sendJson(res, answer);
        next(false);
      }, failed);
  };
