import { z } from "zod";
import type { Clock } from "../app/ports/clock.ts";
import type { Council } from "../domain/council.ts";
import type { Person } from "../domain/people.ts";
import { conversationsFor, type Conversation } from "./conversations.ts";
import type { Hub } from "./hub.ts";
import type { Memory } from "./memory.ts";
import { messageSchema, type Message, type Said } from "./message.ts";
import { chatWith, withoutThread } from "./names.ts";
import type { CardJson } from "./wire.ts";

export interface RoomDeps {
  readonly people: readonly Person[];
  readonly council: Council;
  readonly clock: Clock;
  readonly memory: Memory;
  readonly hub: Hub;
}

/** How far a person has got: whether the app is installed for them, and the last message seen in each conversation. */
const placeSchema = z.strictObject({ installed: z.boolean(), read: z.record(z.string(), z.int()) });
type Place = z.infer<typeof placeSchema>;

const messageId = (seq: number): string => `message:${String(seq).padStart(9, "0")}`;
const placeId = (account: string): string => `place:${account}`;

const load = async (memory: Memory) => {
  const messages = new Map<string, Message>();
  const places = new Map<string, Place>();
  for (const { id, body } of await memory.load()) {
    if (id.startsWith("message:")) messages.set(id, messageSchema.parse(body));
    if (id.startsWith("place:")) places.set(id.slice("place:".length), placeSchema.parse(body));
  }
  return { messages, places };
};

/** What was said where, and who has seen it. Every promise resolves when it is kept. */
export const openRoom = async (deps: RoomDeps) => {
  const { memory, hub, clock } = deps;
  const { messages, places } = await load(memory);
  const conversations = new Map(conversationsFor(deps.people, deps.council).map((each) => [each.id, each]));
  let seq = Math.max(0, ...[...messages.values()].map((message) => message.seq));

  const conversation = (id: string): Conversation | undefined => conversations.get(withoutThread(id));
  const messagesIn = (id: string): Message[] =>
    [...messages.values()]
      .filter((message) => message.conversation === withoutThread(id))
      .sort((a, b) => a.seq - b.seq);
  const lastIn = (id: string): number => messagesIn(id).at(-1)?.seq ?? 0;
  const message = (where: string, id: string): Message | undefined => {
    const found = messages.get(id);
    return found?.conversation === withoutThread(where) ? found : undefined;
  };
  const placeOf = (account: string): Place => places.get(account) ?? { installed: false, read: {} };

  const put = async (changed: Message, fresh: boolean): Promise<void> => {
    messages.set(changed.id, changed);
    await memory.keep(changed.id, changed);
    hub.publish({ kind: "message", conversation: changed.conversation, message: changed.id, fresh });
  };
  const move = async (account: string, change: Partial<Place>): Promise<void> => {
    const place = { ...placeOf(account), ...change };
    places.set(account, place);
    await memory.keep(placeId(account), place);
    hub.publish({ kind: "read", person: account });
  };

  const add = async (where: string, from: string, said: Said): Promise<Message> => {
    seq += 1;
    const id = messageId(seq);
    const added = {
      seq,
      id,
      conversation: withoutThread(where),
      from,
      at: clock.now(),
      views: {},
      edits: 0,
      deleted: false,
    };
    const whole = { ...added, ...said };
    await put(whole, true);
    return whole;
  };

  const markRead = async (account: string, where: string): Promise<void> => {
    const last = lastIn(where);
    const { read } = placeOf(account);
    if ((read[withoutThread(where)] ?? 0) < last)
      await move(account, { read: { ...read, [withoutThread(where)]: last } });
  };

  return {
    conversation,
    conversationsOf: (account: string): Conversation[] =>
      [...conversations.values()].filter(({ members }) => members.includes(account)),
    messagesIn,
    message,
    add,
    /** The bot replaced it for everybody: what single accounts saw in its place is gone. */
    replace: (before: Message, said: Said): Promise<void> =>
      put({ ...before, ...said, views: {}, edits: before.edits + 1 }, false),
    remove: (before: Message): Promise<void> =>
      put({ ...before, deleted: true, card: null, text: "", views: {} }, false),
    /** Only this account sees the card in the message's place. */
    showTo: (before: Message, account: string, card: CardJson): Promise<void> =>
      put({ ...before, views: { ...before.views, [account]: card } }, false),
    markRead,
    /** Nothing is news to somebody for whom the app is only being installed. */
    unread: (account: string, where: string): number => {
      if (!placeOf(account).installed) return 0;
      const read = placeOf(account).read[withoutThread(where)] ?? 0;
      return messagesIn(where).filter((each) => each.seq > read && !each.deleted && each.from !== `29:${account}`)
        .length;
    },
    isInstalled: (account: string): boolean => placeOf(account).installed,
    /** The greeting, which is there by now, counts as seen. */
    install: (account: string): Promise<void> => {
      const chat = chatWith(account);
      return move(account, { installed: true, read: { ...placeOf(account).read, [chat]: lastIn(chat) } });
    },
  };
};
export type Room = Awaited<ReturnType<typeof openRoom>>;
