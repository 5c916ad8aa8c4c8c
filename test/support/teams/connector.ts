import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isObject, type BotActivity } from "./activities.ts";
import { createConversations } from "./conversations.ts";
import { createFaults, cut, type Call, type Fault } from "./faults.ts";

const readBody = async (req: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  for await (const chunk of req) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? undefined : JSON.parse(text);
};

const send = (res: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  res.writeHead(status, { "content-type": "application/json", ...headers });
  res.end(body === undefined ? "" : JSON.stringify(body));
};

const asActivity = (body: unknown): BotActivity =>
  isObject(body) ? { ...body, type: typeof body["type"] === "string" ? body["type"] : "" } : { type: "" };

const segment = (value: string | undefined): string => decodeURIComponent(value ?? "");

/** The Bot Connector's calls that a bot makes, over real HTTP on a free port of the loopback address. Keeps every call. */
export const startConnector = async () => {
  const conversations = createConversations();
  const faults = createFaults();
  const calls: Call[] = [];

  const answer = (call: Call): { status: number; body: unknown } => {
    const activities = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(call.path);
    if (activities) return onActivity(call, segment(activities[1]), segment(activities[2]));
    if (call.method === "POST" && call.path === "/v3/conversations") return create(call.body);
    const members = /^\/v3\/conversations\/([^/]+)\/(members|pagedmembers)(?:\/([^/]+))?$/.exec(call.path);
    if (call.method === "GET" && members) return { status: 200, body: members[3] ? { id: segment(members[3]) } : [] };
    if (call.method === "GET" && /^\/v3\/teams\/[^/]+/.test(call.path))
      return { status: 200, body: { conversations: [] } };
    return { status: 404, body: { error: { code: "NotFound", message: call.path } } };
  };

  const onActivity = (call: Call, conversation: string, activity: string): { status: number; body: unknown } => {
    const known = conversations.has(conversation);
    if (!known)
      return { status: 404, body: { error: { code: "ConversationNotFound", message: "no such conversation" } } };
    if (call.method === "POST")
      return { status: 201, body: { id: conversations.post(conversation, asActivity(call.body)) } };
    if (call.method === "PUT") {
      const there = conversations.replace(conversation, activity, asActivity(call.body));
      return there
        ? { status: 200, body: { id: activity } }
        : { status: 404, body: { error: { code: "ActivityNotFound" } } };
    }
    if (call.method === "DELETE")
      return { status: conversations.remove(conversation, activity) ? 200 : 404, body: undefined };
    return { status: 405, body: undefined };
  };

  const create = (body: unknown): { status: number; body: unknown } => {
    const members = isObject(body) && Array.isArray(body["members"]) ? body["members"] : [];
    const first: unknown = members[0];
    const id = isObject(first) && typeof first["id"] === "string" ? first["id"] : "";
    const conversation = conversations.personal(id);
    return conversation === null
      ? { status: 403, body: { error: { code: "BotNotInConversationRoster", message: "not installed" } } }
      : { status: 201, body: { id: conversation } };
  };

  const spoil = (call: Call, fault: Fault, req: IncomingMessage, res: ServerResponse): void => {
    if ("silent" in fault) return;
    if ("reset" in fault) {
      if (fault.reset === "after") answer(call);
      cut(req.socket);
      return;
    }
    call.status = fault.status;
    const headers = fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) };
    send(res, fault.status, { error: { code: fault.code ?? "Fault", message: "made by the test" } }, headers);
  };

  const handle = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const body = await readBody(req);
    const path = (req.url ?? "/").split("?")[0] ?? "/";
    const conversation = /^\/v3\/conversations\/([^/]+)/.exec(path)?.[1];
    const call: Call = {
      method: req.method ?? "GET",
      path,
      conversation: conversation === undefined ? null : segment(conversation),
      body,
      authorization: req.headers.authorization ?? null,
      at: performance.now(),
      status: 0,
    };
    calls.push(call);
    const fault = faults.take(call);
    if (fault) {
      spoil(call, fault, req, res);
      return;
    }
    const done = answer(call);
    call.status = done.status;
    send(res, done.status, done.body);
  };

  const server = createServer((req, res) => {
    handle(req, res).catch((error: unknown) => {
      send(res, 500, { error: { code: "TestConnector", message: String(error) } });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${String(port)}`,
    conversations,
    calls,
    faults,
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
export type Connector = Awaited<ReturnType<typeof startConnector>>;
