import { z } from "zod";
import type { Clock } from "../app/ports/clock.ts";
import type { Council } from "../domain/council.ts";
import type { Person } from "../domain/people.ts";
import { conversationsFor, type Conversation } from "./conversations.ts";
import type { Hub } from "./hub.ts";
import type { Memory } from "./memory.ts";
import { messageSchema, type Message, type Said } from "./message.ts";
import { chatWith, rootOf, userId, withoutThread } from "./names.ts";
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

/** Everything the room knows, in memory; each change is kept before anybody hears of it. */
interface Book {
  readonly conversations: ReadonlyMap<string, Conversation>;
  readonly messages: Map<string, Message>;
  readonly places: Map<string, Place>;
}

const messageId = (seq: number): string => `message:${String(seq).padStart(9, "0")}`;
const placeId = (account: string): string => `place:${account}`;

const load = async ({ memory, people, council }: RoomDeps): Promise<Book> => {
  const messages = new Map<string, Message>();
  const places = new Map<string, Place>();
  for (const { id, body } of await memory.load()) {
    if (id.startsWith("message:")) messages.set(id, messageSchema.parse(body));
    if (id.startsWith("place:")) places.set(id.slice("place:".length), placeSchema.parse(body));
  }
  const conversations = new Map(conversationsFor(people, council).map((each) => [each.id, each]));
  return { conversations, messages, places };
};

const placeOf = ({ places }: Book, account: string): Place => places.get(account) ?? { installed: false, read: {} };

const messagesIn = ({ messages }: Book, where: string): Message[] =>
  [...messages.values()]
    .filter(({ conversation }) => conversation === withoutThread(where))
    .sort((a, b) => a.seq - b.seq);

/** As a channel shows them: a reply stands under the message it answers. */
const inThreads = (messages: readonly Message[]): Message[] => {
  const seqs = new Map(messages.map(({ id, seq }) => [id, seq]));
  const root = ({ under, seq }: Message): number => (under === undefined ? seq : (seqs.get(under) ?? seq));
  return messages.toSorted((a, b) => root(a) - root(b) || a.seq - b.seq);
};

const lastIn = (book: Book, where: string): number => messagesIn(book, where).at(-1)?.seq ?? 0;

const reading = (book: Book) => ({
  conversation: (id: string): Conversation | undefined => book.conversations.get(withoutThread(id)),
  conversationsOf: (account: string): Conversation[] =>
    [...book.conversations.values()].filter(({ members }) => members.includes(account)),
  messagesIn: (where: string): Message[] => messagesIn(book, where),
  /** The newest so many, in threads. */
  threadsIn: (where: string, newest: number): Message[] => inThreads(messagesIn(book, where).slice(-newest)),
  message: (where: string, id: string): Message | undefined => {
    const found = book.messages.get(id);
    return found?.conversation === withoutThread(where) ? found : undefined;
  },
  /** Nothing is news to somebody for whom the app is only being installed. */
  unread: (account: string, where: string): number => {
    const { installed, read } = placeOf(book, account);
    if (!installed) return 0;
    const seen = read[withoutThread(where)] ?? 0;
    return messagesIn(book, where).filter(
      ({ seq, deleted, from }) => seq > seen && !deleted && from !== userId(account),
    ).length;
  },
  isInstalled: (account: string): boolean => placeOf(book, account).installed,
});

const putMessage = async (book: Book, { memory, hub }: RoomDeps, changed: Message, fresh: boolean): Promise<void> => {
  book.messages.set(changed.id, changed);
  await memory.keep(changed.id, changed);
  hub.publish({ kind: "message", conversation: changed.conversation, message: changed.id, fresh });
};

const putPlace = async (book: Book, { memory, hub }: RoomDeps, account: string, place: Place): Promise<void> => {
  book.places.set(account, place);
  await memory.keep(placeId(account), place);
  hub.publish({ kind: "read", person: account });
};

const writingMessages = (book: Book, deps: RoomDeps) => {
  let last = Math.max(0, ...[...book.messages.values()].map(({ seq }) => seq));
  const change = (message: Message): Promise<void> => putMessage(book, deps, message, false);
  return {
    add: async (where: string, from: string, said: Said): Promise<Message> => {
      const seq = (last += 1);
      const at = { seq, id: messageId(seq), conversation: withoutThread(where), from, at: deps.clock.now() };
      const root = rootOf(where);
      const under = root !== null && book.messages.has(root) ? { under: root } : {};
      const added = { ...at, ...under, ...said, views: {}, edits: 0, deleted: false };
      await putMessage(book, deps, added, true);
      return added;
    },
    /** The bot replaced it for everybody: what single accounts saw in its place is gone. */
    replace: (before: Message, said: Said): Promise<void> =>
      change({ ...before, ...said, views: {}, edits: before.edits + 1 }),
    remove: (before: Message): Promise<void> => change({ ...before, deleted: true, card: null, text: "", views: {} }),
    /** Only this account sees the card in the message's place. */
    showTo: (before: Message, account: string, card: CardJson): Promise<void> =>
      change({ ...before, views: { ...before.views, [account]: card } }),
  };
};

const writingPlaces = (book: Book, deps: RoomDeps) => ({
  markRead: async (account: string, where: string): Promise<void> => {
    const place = placeOf(book, account);
    const conversation = withoutThread(where);
    const last = lastIn(book, where);
    if ((place.read[conversation] ?? 0) >= last) return;
    await putPlace(book, deps, account, { ...place, read: { ...place.read, [conversation]: last } });
  },
  /** The greeting, which is there by now, counts as seen. */
  install: (account: string): Promise<void> => {
    const chat = chatWith(account);
    const { read } = placeOf(book, account);
    return putPlace(book, deps, account, { installed: true, read: { ...read, [chat]: lastIn(book, chat) } });
  },
});

/** What was said where, and who has seen it. Every promise resolves when it is kept. */
export const openRoom = async (deps: RoomDeps) => {
  const book = await load(deps);
  return { ...reading(book), ...writingMessages(book, deps), ...writingPlaces(book, deps) };
};
export type Room = Awaited<ReturnType<typeof openRoom>>;
