import type { Next, Request, Response } from "restify";
import { sendJson } from "./http.ts";

const localNames = new Set(["localhost", "127.0.0.1", "[::1]"]);
const loopback = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

const nameIn = (authority: string): string => authority.replace(/:\d+$/, "").toLowerCase();

export interface Asking {
  readonly method: string;
  readonly remoteAddress: string | undefined;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** The browser's own word on where the request comes from (`sec-fetch-site`). */
  readonly site: string | undefined;
}

/**
 * Nobody is authenticated in a rehearsal, so only this machine may ask, under its own name (a page elsewhere could point
 * its own name here), and no other site's page may make it do anything. Null when the request may pass.
 */
export const refusalOf = ({ method, remoteAddress, host, origin, site }: Asking): string | null => {
  if (remoteAddress === undefined || !loopback.has(remoteAddress)) return "The rehearsal answers this machine only.";
  if (host === undefined || !localNames.has(nameIn(host))) return "Open the rehearsal as http://localhost.";
  if (method === "GET" || method === "HEAD") return null;
  if (origin !== undefined && origin !== `http://${host}`) return "Another site may not speak to the rehearsal.";
  if (site !== undefined && site !== "same-origin" && site !== "none")
    return "Another site may not speak to the rehearsal.";
  return null;
};

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

/** For `server.pre`: it stands before every route of the process, the bot's own included. */
export const guard = (req: Request, res: Response, next: Next): void => {
  const refusal = refusalOf({
    method: req.method ?? "",
    remoteAddress: req.socket.remoteAddress,
    host: req.headers.host,
    origin: one(req.headers.origin),
    site: one(req.headers["sec-fetch-site"]),
  });
  if (refusal === null) {
    next();
    return;
  }
  sendJson(res, { status: 403, body: { error: { code: "Forbidden", message: refusal } } });
  next(false);
};
