import type { Council } from "../domain/council.ts";
import type { Person } from "../domain/people.ts";
import type { Conversation } from "./conversations.ts";
import type { Message } from "./message.ts";
import { accountOf, bot, userId } from "./names.ts";
import type { Room } from "./room.ts";
import type { CardJson, ConversationView, MessageView, PersonView, RoomView } from "./wire.ts";

const titleOf = (council: Council, post: string): string => council.posts[post]?.title ?? post.replaceAll("-", " ");

/** Whom the welcome speaks of, when the roster has her. */
const opener = "ana.petrescu@ambershire.example";

export const roomView = (room: Room, people: readonly Person[], council: Council): RoomView => {
  const reporter =
    people.find(({ id }) => id === opener) ?? people.find(({ posts }) => posts.includes("social-worker")) ?? people[0];
  const posts = Object.entries(council.posts).filter(([, { channel }]) => channel !== undefined);
  const watch = people.find((person) => posts.some(([post]) => person.posts.includes(post)));
  return {
    council: council.name,
    bot: bot.name,
    people: people.map((person) => personView(room, person, council)),
    startAs: reporter?.account ?? "",
    watch: watch?.account ?? null,
  };
};

const personView = (room: Room, { account, id, name, posts, team }: Person, council: Council): PersonView => ({
  account,
  email: id,
  name,
  posts: posts.map((post) => titleOf(council, post)),
  team,
  unread: room.conversationsOf(account).reduce((sum, { id: where }) => sum + room.unread(account, where), 0),
});

/** Name of whoever wrote a message. */
const authorOf = ({ from }: Message, people: readonly Person[]): string =>
  from === bot.id ? bot.name : (people.find(({ account }) => account === accountOf(from))?.name ?? "Somebody who left");

export const conversationView = (
  room: Room,
  people: readonly Person[],
  account: string,
  { id, kind, title, members, hasBot }: Conversation,
): ConversationView => {
  const last = room.messagesIn(id).findLast(({ deleted }) => !deleted);
  return {
    id,
    kind,
    title,
    members: members.length,
    hasBot,
    unread: room.unread(account, id),
    last: last === undefined ? null : { text: last.text || last.summary, at: last.at, by: authorOf(last, people) },
  };
};

const refreshesFor = (card: CardJson | null, account: string): boolean => {
  const refresh = card?.["refresh"];
  if (typeof refresh !== "object" || refresh === null || !("userIds" in refresh)) return false;
  return Array.isArray(refresh.userIds) && refresh.userIds.includes(userId(account));
};

export const messageView = (message: Message, people: readonly Person[], account: string): MessageView => {
  const { id, from, at, text, format, summary, edits, deleted } = message;
  const card = message.views[account] ?? message.card;
  return {
    id,
    by: authorOf(message, people),
    isBot: from === bot.id,
    isMine: from === userId(account),
    isReply: message.under !== undefined,
    at,
    text,
    format,
    summary,
    card,
    edits,
    deleted,
    refreshes: refreshesFor(card, account),
  };
};
