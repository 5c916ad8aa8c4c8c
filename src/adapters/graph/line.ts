import { Client, GraphError, type Context, type Middleware } from "@microsoft/microsoft-graph-client";
import { z } from "zod";
import { retryAfterMs } from "./retry-after.ts";

export interface GraphCall {
  readonly method: "GET" | "POST" | "PATCH";
  /** Below `/v1.0`, parts already encoded, query included: `/users/ana%40…/events`. */
  readonly path: string;
  readonly body?: unknown;
  /** Milliseconds after which this one is given up; left out: as the line has it. */
  readonly timeoutMs?: number;
}

/** What one try came to. */
export type Attempt =
  | { readonly outcome: "answered"; readonly body: unknown }
  /** Will not work, however often it is tried. */
  | { readonly outcome: "refused"; readonly status: number; readonly code: string }
  /** May work later. `afterMs` when the other side said how long; status 0 for a broken or silent line. */
  | { readonly outcome: "passing"; readonly status: number; readonly code: string; readonly afterMs: number | null };

/** 401: a token can run out between being asked for and being read. */
const passing: ReadonlySet<number> = new Set([401, 408, 412, 423, 425, 429, 500, 502, 503, 504, 509]);

/**
 * Times in UTC, because a wall time is ambiguous on the night on which the clocks go back; bodies as HTML, the only form that keeps
 * Teams' joining details; ids that stay when an event is moved between folders.
 */
const prefer = 'outlook.timezone="UTC", outlook.body-content-type="html", IdType="ImmutableId"';

export interface LineOptions {
  readonly token: () => Promise<string>;
  readonly baseUrl: string;
  readonly timeoutMs: number;
}

/** The client speaks of the browser's own types, which are not known here. */
const requestSchema = z.union([z.string(), z.instanceof(Request)]);

/** The token goes to the configured host and nowhere else: no redirect is followed. */
const courier = (token: () => Promise<string>): Middleware => ({
  execute: async (context: Context) => {
    const headers = new Headers(context.options?.headers);
    headers.set("Authorization", `Bearer ${await token()}`);
    context.response = await fetch(requestSchema.parse(context.request), {
      ...context.options,
      headers,
      redirect: "error",
    });
  },
});

/** Graph, one try a call. Never rejects. The client's own retries are left out: they repeat a POST without looking first. */
export const createLine = ({ token, baseUrl, timeoutMs }: LineOptions) => {
  const client = Client.initWithMiddleware({
    baseUrl: `${baseUrl}/`,
    defaultVersion: "v1.0",
    middleware: courier(token),
  });
  const send = ({ method, path, body, timeoutMs: own = timeoutMs }: GraphCall): Promise<unknown> => {
    const request = client.api(path).header("Prefer", prefer).option("signal", AbortSignal.timeout(own));
    return method === "GET" ? request.get() : method === "POST" ? request.post(body) : request.patch(body);
  };
  return (call: GraphCall): Promise<Attempt> => send(call).then((body) => ({ outcome: "answered", body }), attemptOf);
};
export type Line = ReturnType<typeof createLine>;

const attemptOf = (fault: unknown): Attempt => {
  if (!(fault instanceof GraphError)) return { outcome: "passing", status: 0, code: nameOf(fault), afterMs: null };
  const status = fault.statusCode > 0 ? fault.statusCode : 0;
  const code = fault.code ?? `status ${String(status)}`;
  // A success that cannot be read is a line that broke in the middle of the answer.
  if (status < 300 || passing.has(status)) return { outcome: "passing", status, code, afterMs: retryAfterOf(fault) };
  return { outcome: "refused", status, code };
};

const retryAfterOf = ({ headers }: GraphError): number | null =>
  retryAfterMs(headers?.get("retry-after") ?? undefined, headers?.get("date") ?? undefined);

const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : "unknown");
