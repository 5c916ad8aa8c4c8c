import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { listenOn } from "../teams/listen.ts";
import { answerTo, fail, type Reply, type Tenant } from "./answers.ts";
import { createCalendars } from "./calendars.ts";
import { createFaults, type Fault, type Request } from "./faults.ts";

/** Outlook's limit of one application in one mailbox. */
const atOnce = 4;
export const graphToken = "made-up token of the application";

interface Door {
  readonly tenant: Tenant;
  readonly faults: ReturnType<typeof createFaults>;
  readonly requests: Request[];
  readonly complaints: string[];
  readonly inside: Map<string, number>;
  most: number;
}

/**
 * Microsoft Graph's calendars over real HTTP on a free port of the loopback address, as strict as its published shapes and limits:
 * what Graph would refuse, it refuses, and keeps in `complaints`, so that a test fails even where the refusal was swallowed.
 */
export const startGraph = async () => {
  const calendars = createCalendars();
  const tenant: Tenant = {
    ...{ calendars, lag: 0, forbidden: new Set(), meetingAccounts: new Set(), lobbies: [], reads: new Map() },
  };
  const door: Door = { tenant, faults: createFaults(), requests: [], complaints: [], inside: new Map(), most: 0 };
  const server = createServer((req, res) => {
    requestOf(req)
      .then((request) => enter(door, request, res))
      .catch((error: unknown) => {
        door.complaints.push(String(error));
        send(res, fail(400, "Request_BadRequest", String(error)));
      });
  });
  const { url, stop } = await listenOn(server);
  const { faults, requests, complaints } = door;
  return { url, stop, tenant, calendars, faults, requests, complaints, mostAtOnce: () => door.most };
};
export type Graph = Awaited<ReturnType<typeof startGraph>>;

const enter = async (door: Door, request: Request, res: ServerResponse): Promise<void> => {
  const mailbox = /^\/users\/([^/]+)/.exec(request.path)?.[1] ?? "";
  const count = (door.inside.get(mailbox) ?? 0) + 1;
  door.inside.set(mailbox, count);
  door.most = Math.max(door.most, count);
  try {
    if (count > atOnce) send(res, fail(429, "ApplicationThrottled", "MailboxConcurrency"), { "retry-after": "1" });
    else await serve(door, request, res);
  } finally {
    door.inside.set(mailbox, (door.inside.get(mailbox) ?? 1) - 1);
  }
};

const badRequests = [400, 401, 405, 406];

const serve = async ({ tenant, faults, requests, complaints }: Door, request: Request, res: ServerResponse) => {
  requests.push(request);
  const fault = faults.take(request);
  // Long enough for others to arrive meanwhile.
  await wait(1);
  const spoilt = fault !== null && !carriedOut(fault);
  const reply = spoilt ? fail(500, "NotCarriedOut") : (headerFault(request) ?? answerTo(tenant, request));
  if (!spoilt && badRequests.includes(reply.status))
    complaints.push(`${request.method} ${request.path} ${JSON.stringify(reply.body)}`);
  if (fault === null) send(res, reply);
  else spoil(res, fault);
};

const carriedOut = (fault: Fault): boolean =>
  ("reset" in fault && fault.reset === "after") ||
  ("silent" in fault && fault.silent === "after") ||
  "garbage" in fault ||
  ("status" in fault && fault.committed === true);

const requestOf = async (req: IncomingMessage): Promise<Request> => {
  const chunks: Buffer[] = [];
  for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  const { pathname, searchParams } = new URL(req.url ?? "/", "http://graph");
  const parts = pathname.split("/").map(decodeURIComponent);
  return {
    method: req.method ?? "GET",
    path: parts.join("/").replace(/^\/v1\.0/, ""),
    query: searchParams,
    headers: req.headers,
    body: text === "" ? undefined : JSON.parse(text),
  };
};

/** What every request has to carry here; UTC, HTML and lasting ids are what the product relies on in the answers. */
const headerFault = ({ method, headers, body }: Request): Reply | null => {
  if (headers["authorization"] !== `Bearer ${graphToken}`) return fail(401, "InvalidAuthenticationToken");
  if (method !== "GET" && !String(headers["content-type"]).startsWith("application/json"))
    return fail(400, "RequestBodyRead", "Content-Type");
  if (method === "GET" && body !== undefined) return fail(400, "Request_BadRequest", "a GET has no body");
  const prefer = String(headers["prefer"]);
  const wanted = ['outlook.timezone="UTC"', 'outlook.body-content-type="html"', 'IdType="ImmutableId"'];
  const lacking = wanted.find((each) => !prefer.includes(each));
  return lacking === undefined ? null : fail(400, "Request_BadRequest", `Prefer lacks ${lacking}`);
};

const spoil = (res: ServerResponse, fault: Fault): void => {
  if ("silent" in fault) return;
  if ("reset" in fault) {
    res.socket?.resetAndDestroy();
    return;
  }
  if ("garbage" in fault) {
    res.writeHead(200, { "content-type": "application/json" });
    res.end('{"id": "AAMk');
    return;
  }
  const headers = fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) };
  send(res, fail(fault.status, fault.code ?? "Fault"), headers);
};

const send = (res: ServerResponse, { status, body }: Reply, headers: Readonly<Record<string, string>> = {}): void => {
  res.writeHead(status, { "content-type": "application/json", ...headers });
  res.end(body === undefined ? "" : JSON.stringify(body));
};
