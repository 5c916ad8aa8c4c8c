import { isObject, type Message } from "./activities.ts";
import type { Answered } from "./answers.ts";
import { startConnector, type Connector } from "./connector.ts";
import { createPerson, type TeamsPerson } from "./person.ts";
import type { Where } from "./seat.ts";
import { fits, waitFor, type Words } from "./wait.ts";

export type { Answer, CardJson, Dialog, Message } from "./activities.ts";
export { isObject } from "./activities.ts";
export { buttonOf, buttonsOf, inputsOf } from "./cards.ts";
export type { Call, Fault, FaultRule } from "./faults.ts";
export type { TeamsPerson } from "./person.ts";
export type { Where } from "./seat.ts";

/** A channel of a team, as its members see it. */
export interface TeamsChannel extends Where {
  readonly sees: () => Message[];
  /** What stands in the thread under a message, oldest first. */
  readonly under: (message: Message) => Message[];
  /** The newest message with these words; waits for it. */
  readonly finds: (words: Words, withinMs?: number) => Promise<Message>;
}

/**
 * Teams, pretended over real HTTP: a connector on a free loopback port that keeps what the bot sends, and people who speak
 * to the bot's `/api/messages`. Tell it where the bot is with `connect(url)` before anybody speaks.
 */
export const startTeams = async ({ tenant = "rehearsal" }: { tenant?: string } = {}) => {
  const connector = await startConnector();
  const { url, calls, faults, conversations, stop } = connector;
  const bot: Bot = { urls: [], turn: 0 };
  const post = poster(bot);
  return {
    /** The connector's base: what `serviceUrl` is in every activity. */
    url,
    tenant,
    /** Several: they are spoken to in turn, as behind a load balancer. */
    connect: (...to: readonly string[]): void => {
      bot.urls = to;
    },
    /** Posts anything at all to the bot: an object as JSON, a string as it is. */
    post,
    calls,
    faults,
    conversations,
    person: seating(connector, post, tenant),
    channel: (conversation: string): TeamsChannel => channelOf(connector, conversation),
    stop,
  };
};
export type Teams = Awaited<ReturnType<typeof startTeams>>;

type Post = (body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answered>;

/** Where the bot is: one service, or several that are one to whoever speaks to it. */
interface Bot {
  urls: readonly string[];
  turn: number;
}

const poster =
  (bot: Bot): Post =>
  async (body, headers = {}) => {
    bot.turn += 1;
    const url = bot.urls[bot.turn % Math.max(1, bot.urls.length)] ?? "";
    const response = await fetch(`${url}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : parsed(text) };
  };

const parsed = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) || Array.isArray(value) ? value : text;
  } catch {
    return text;
  }
};

/** The same account in the same tenant is the same person, with one chat. */
const seating = (connector: Connector, post: Post, home: string) => {
  const people = new Map<string, TeamsPerson>();
  let count = 0;
  const nextId = (): string => `f:${String((count += 1))}`;
  return (account: string, name: string, tenant: string = home): TeamsPerson => {
    const key = JSON.stringify([tenant, account]);
    const person = people.get(key) ?? createPerson({ connector, post, tenant, nextId }, account, name);
    people.set(key, person);
    return person;
  };
};

/** A channel by its conversation id ("19:…"), as the council file gives it. */
const channelOf = ({ conversations }: Connector, conversation: string): TeamsChannel => {
  conversations.open(conversation);
  const sees = (): Message[] => conversations.messages(conversation);
  const complaint = (words: Words) => () =>
    `The channel never saw ${String(words)}. It saw:\n${sees()
      .map((each) => each.words)
      .join("\n---\n")}`;
  return {
    conversation,
    type: "channel",
    sees,
    under: ({ id }) => conversations.messages(`${conversation};messageid=${id}`),
    finds: (words, withinMs = 3000) => waitFor(() => sees().findLast(fits(words)), withinMs, complaint(words)),
  };
};
