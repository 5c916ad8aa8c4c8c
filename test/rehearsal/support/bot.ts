import { createServer, type Request, type Response, type Server } from "restify";
import { councilSchema } from "../../../src/domain/council.ts";
import type { Instant } from "../../../src/domain/instants.ts";
import type { Person } from "../../../src/domain/people.ts";
import { mountRehearsal, type RehearsalDeps } from "../../../src/rehearsal/mount.ts";

/** A tiny bot that says what a test tells it to, with the rehearsal room on its server. No rules, no store. */
export type Activity = Readonly<Record<string, unknown>>;
export interface Reply {
  readonly status?: number;
  readonly body?: unknown;
}
export type Answering = (
  activity: Activity,
  speak: (conversation: string, body: unknown) => Promise<void>,
) => Promise<Reply>;

const person = (name: string, post: string, account: string): Person => ({
  id: `${name.toLowerCase().replace(" ", ".")}@ambershire.example`,
  name,
  posts: [post],
  team: "Safeguarding North",
  manager: null,
  account,
  telephone: null,
});

export const ana = person("Ana Petrescu", "social-worker", "account-ana");
export const nadia = person("Nadia Rahman", "assistant-director", "account-nadia");
export const hugh = person("Hugh Okafor", "head-of-service", "account-hugh");
export const people = [nadia, hugh, ana] as const;

export const channel = "19:ad-need-to-know@thread.tacv2";
export const council = councilSchema.parse({
  id: "ambershire",
  name: "Ambershire Council",
  policies: ["made-up"],
  posts: {
    "assistant-director": { title: "Assistant Director", channel: "ad", otherwise: ["head-of-service"] },
    "head-of-service": { title: "Head of Service" },
    "social-worker": { title: "Social Worker" },
  },
  channels: { ad: { title: "AD: Need to Know", conversation: channel } },
  telephone: { label: "the Emergency Duty Team", number: "01632 960500" },
  lastResort: "head-of-service",
});

/** Wednesday 1 April 2026, 12:00 in London. */
export const noon: Instant = Date.UTC(2026, 3, 1, 11, 0, 0);

export const movable = (start: Instant = noon) => {
  let at = start;
  return {
    now: (): Instant => at,
    moveTo: (instant: Instant): Promise<void> => {
      at = instant;
      return Promise.resolve();
    },
  };
};

const readBody = async (req: Request): Promise<Activity> => {
  const chunks: Buffer[] = [];
  for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8")) as Activity;
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve) => {
    server.listen(port, "127.0.0.1", () => {
      resolve(server.address().port);
    });
  });

export interface Started {
  readonly url: string;
  readonly connector: string;
  /** Everything that reached the bot, oldest first. */
  readonly heard: Activity[];
  readonly movedTo: Instant[];
  stop(): Promise<void>;
}

const json = { "content-type": "application/json" };

/** Starts the bot with the room, on a free port unless told. `answer` is asked for each activity; without it the bot says nothing. */
export const startBot = async (
  answer: Answering = () => Promise.resolve({}),
  more: Partial<RehearsalDeps> = {},
  wanted = 0,
): Promise<Started> => {
  const server = createServer();
  const heard: Activity[] = [];
  const movedTo: Instant[] = [];
  const clock = more.clock ?? movable();
  let port = 0;
  const post: RehearsalDeps["post"] = async (activity) => {
    const response = await fetch(`http://127.0.0.1:${String(port)}/api/messages`, {
      method: "POST",
      headers: json,
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  };
  const onClockMoved = (): Promise<void> => {
    movedTo.push(clock.now());
    return Promise.resolve();
  };
  const room = await mountRehearsal(server, { people, council, clock, post, onClockMoved, environment: {}, ...more });
  const speak = async (conversation: string, body: unknown): Promise<void> => {
    const url = `${room.serviceUrl()}/v3/conversations/${encodeURIComponent(conversation)}/activities`;
    await fetch(url, { method: "POST", headers: json, body: JSON.stringify(body) });
  };
  const turn = async (req: Request, res: Response): Promise<void> => {
    const activity = await readBody(req);
    heard.push(activity);
    const { status = 200, body } = await answer(activity, speak);
    res.writeHead(status, json);
    res.end(body === undefined ? "" : JSON.stringify(body));
  };
  server.post("/api/messages", (req: Request, res: Response, next: (go: boolean) => void) => {
    void turn(req, res).then(() => {
      next(false);
    });
  });
  port = await listen(server, wanted);
  return {
    url: `http://localhost:${String(port)}`,
    connector: room.serviceUrl(),
    heard,
    movedTo,
    stop: async () => {
      room.close();
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
};

export const cardType = "application/vnd.microsoft.card.adaptive";
export const card = (text: string, more: Readonly<Record<string, unknown>> = {}) => ({
  type: "AdaptiveCard",
  version: "1.5",
  speak: text,
  body: [{ type: "TextBlock", text, wrap: true, size: "large", weight: "bolder" }],
  ...more,
});
/** A message activity that carries a card. */
export const withCard = (content: unknown) => ({
  type: "message",
  summary: "A card",
  attachments: [{ contentType: cardType, content }],
});
/** The answer to an invoke that puts a card in place. */
export const answered = (content: unknown): Reply => ({
  body: { statusCode: 200, type: cardType, value: content },
});
export const dialog = (title: string, content: unknown): Reply => ({
  body: { task: { type: "continue", value: { title, card: { contentType: cardType, content } } } },
});

export interface Asked {
  readonly status: number;
  readonly body: unknown;
}

/** One call over HTTP. */
export const ask = async (
  url: string,
  init: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Asked> => {
  const { body, method = body === undefined ? "GET" : "POST", headers = {} } = init;
  const sent = body === undefined ? {} : { body: JSON.stringify(body), headers: { ...json, ...headers } };
  const response = await fetch(url, { method, headers, ...sent });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
};
