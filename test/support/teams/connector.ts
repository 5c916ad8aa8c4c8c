import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { isObject, type BotActivity } from "./activities.ts";
import { createConversations, type Conversations } from "./conversations.ts";
import { createFaults, cut, type Call, type Fault } from "./faults.ts";
import { listenOn } from "./listen.ts";

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** The Bot Connector's calls that a bot makes, over real HTTP on a free port of the loopback address. Keeps every call. */
export const startConnector = async () => {
  const conversations = createConversations();
  const faults = createFaults();
  const calls: Call[] = [];

  const handle = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const call = await toCall(req);
    calls.push(call);
    const fault = faults.take(call);
    if (fault) {
      spoil(conversations, call, fault, req, res);
      return;
    }
    const done = answer(conversations, call);
    call.status = done.status;
    send(res, done);
  };

  const server = createServer((req, res) => {
    handle(req, res).catch((error: unknown) => {
      send(res, { status: 500, body: { error: { code: "TestConnector", message: String(error) } } });
    });
  });
  const { url, stop } = await listenOn(server);
  return { url, conversations, calls, faults, stop };
};
export type Connector = Awaited<ReturnType<typeof startConnector>>;

const segment = (value: string | undefined): string => decodeURIComponent(value ?? "");

const toCall = async (req: IncomingMessage): Promise<Call> => {
  const path = (req.url ?? "/").split("?")[0] ?? "/";
  const conversation = /^\/v3\/conversations\/([^/]+)/.exec(path)?.[1];
  return {
    method: req.method ?? "GET",
    path,
    conversation: conversation === undefined ? null : segment(conversation),
    body: await readBody(req),
    authorization: req.headers.authorization ?? null,
    at: performance.now(),
    status: 0,
    made: null,
  };
};

const readBody = async (req: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? undefined : JSON.parse(text);
};

const answer = (conversations: Conversations, call: Call): Reply => {
  const activities = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(call.path);
  if (activities) return onActivity(conversations, call, segment(activities[1]), segment(activities[2]));
  if (call.method === "POST" && call.path === "/v3/conversations") return create(conversations, call.body);
  const members = /^\/v3\/conversations\/([^/]+)\/(members|pagedmembers)(?:\/([^/]+))?$/.exec(call.path);
  if (members) return { status: 200, body: members[3] === undefined ? [] : { id: segment(members[3]) } };
  if (/^\/v3\/teams\/[^/]+/.test(call.path)) return { status: 200, body: { conversations: [] } };
  return missing("NotFound");
};

const missing = (code: string): Reply => ({ status: 404, body: { error: { code, message: "not here" } } });

const onActivity = (conversations: Conversations, call: Call, where: string, id: string): Reply => {
  if (!conversations.has(where)) return missing("ConversationNotFound");
  switch (call.method) {
    case "POST":
      call.made = conversations.post(where, asActivity(call.body));
      return { status: 201, body: { id: call.made } };
    case "PUT":
      return conversations.replace(where, id, asActivity(call.body))
        ? { status: 200, body: { id } }
        : missing("ActivityNotFound");
    case "DELETE":
      return conversations.remove(where, id) ? { status: 200, body: undefined } : missing("ActivityNotFound");
    default:
      return { status: 405, body: undefined };
  }
};

const create = (conversations: Conversations, body: unknown): Reply => {
  const members: unknown[] = isObject(body) && Array.isArray(body["members"]) ? body["members"] : [];
  const [first] = members;
  const id = conversations.personal(isObject(first) && typeof first["id"] === "string" ? first["id"] : "");
  return id === null
    ? { status: 403, body: { error: { code: "BotNotInConversationRoster", message: "not installed" } } }
    : { status: 201, body: { id } };
};

const asActivity = (body: unknown): BotActivity =>
  isObject(body) ? { ...body, type: typeof body["type"] === "string" ? body["type"] : "" } : { type: "" };

const spoil = (
  conversations: Conversations,
  call: Call,
  fault: Fault,
  req: IncomingMessage,
  res: ServerResponse,
): void => {
  if ("silent" in fault) return;
  if ("reset" in fault) {
    if (fault.reset === "after") answer(conversations, call);
    cut(req.socket);
    return;
  }
  call.status = fault.status;
  const headers = fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) };
  const error = { code: fault.code ?? "Fault", message: "made by the test" };
  send(res, { status: fault.status, body: { error } }, headers);
};

const send = (res: ServerResponse, { status, body }: Reply, headers: Readonly<Record<string, string>> = {}): void => {
  res.writeHead(status, { "content-type": "application/json", ...headers });
  res.end(body === undefined ? "" : JSON.stringify(body));
};
