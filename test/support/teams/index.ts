import { isObject, type Message } from "./activities.ts";
import { startConnector } from "./connector.ts";
import { createPerson, waitFor, type TeamsPerson, type Where } from "./person.ts";

export type { Answer, CardJson, Dialog, Message } from "./activities.ts";
export { isObject } from "./activities.ts";
export { buttonOf, buttonsOf, inputsOf, refreshOf, wordsOf } from "./cards.ts";
export type { Call, Fault, FaultRule } from "./faults.ts";
export { waitFor, type TeamsPerson, type Where } from "./person.ts";

/** A channel of a team, as its members see it. */
export interface TeamsChannel extends Where {
  sees(): Message[];
  /** The newest message with these words; waits for it. */
  finds(words: string | RegExp, withinMs?: number): Promise<Message>;
}

/**
 * Teams, pretended over real HTTP: a connector on a free loopback port that keeps what the bot sends, and people who speak
 * to the bot's `/api/messages`. Tell it where the bot is with `connect(url)` before anybody speaks.
 */
export const startTeams = async ({ tenant = "rehearsal" }: { tenant?: string } = {}) => {
  const connector = await startConnector();
  let bot = "";
  let count = 0;
  const people = new Map<string, TeamsPerson>();
  const nextId = (): string => `f:${String((count += 1))}`;

  /** Posts anything at all to the bot: an object as JSON, a string as it is. */
  const post = async (
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(`${bot}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : parsed(text) };
  };

  return {
    /** The connector's base: what `serviceUrl` is in every activity. */
    url: connector.url,
    tenant,
    connect: (url: string): void => {
      bot = url;
    },
    post,
    calls: connector.calls,
    faults: connector.faults,
    conversations: connector.conversations,
    /** The same account is the same person, with one chat. */
    person: (account: string, name: string, inTenant: string = tenant): TeamsPerson => {
      const known = people.get(account);
      if (known && inTenant === tenant) return known;
      const person = createPerson({ connector, post, tenant: inTenant, nextId }, account, name);
      people.set(account, person);
      return person;
    },
    /** A channel by its conversation id ("19:…"), as the council file gives it. */
    channel: (conversation: string): TeamsChannel => {
      connector.conversations.open(conversation);
      const sees = (): Message[] => connector.conversations.messages(conversation);
      const fits = (words: string | RegExp) => (message: Message) =>
        typeof words === "string" ? message.words.includes(words) : words.test(message.words);
      return {
        conversation,
        type: "channel",
        sees,
        finds: (words, withinMs = 3000) =>
          waitFor(
            () => sees().findLast(fits(words)),
            withinMs,
            () => `The channel never saw ${String(words)}.`,
          ),
      };
    },
    stop: connector.stop,
  };
};
export type Teams = Awaited<ReturnType<typeof startTeams>>;

const parsed = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) || Array.isArray(value) ? value : text;
  } catch {
    return text;
  }
};
