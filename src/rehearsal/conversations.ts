import type { Council } from "../domain/council.ts";
import type { Person } from "../domain/people.ts";
import { bot, chatWith } from "./names.ts";
import type { ConversationKind } from "./wire.ts";

export interface Conversation {
  readonly id: string;
  readonly kind: ConversationKind;
  readonly title: string;
  /** Accounts of those who see it. */
  readonly members: readonly string[];
  readonly hasBot: boolean;
}

/** What Teams calls each kind in `conversation.conversationType`. */
export const typeOf = { personal: "personal", channel: "channel", group: "groupChat" } as const satisfies Record<
  ConversationKind,
  string
>;

/** Colleagues talking among themselves: somewhere to say "Report this" on another person's message. */
export const dutyRoom = "19:duty-room@thread.v2";

/** Every conversation of the rehearsal: a chat with the bot for each person, the council's channels, and the duty room. */
export const conversationsFor = (people: readonly Person[], council: Council): readonly Conversation[] => [
  ...people.map(({ account }): Conversation => ({
    id: chatWith(account),
    kind: "personal",
    title: bot.name,
    members: [account],
    hasBot: true,
  })),
  ...Object.entries(council.channels).map(([id, { title, conversation }]): Conversation => ({
    id: conversation,
    kind: "channel",
    title,
    members: accounts(channelMembers(id, people, council)),
    hasBot: true,
  })),
  { id: dutyRoom, kind: "group", title: "Duty room", members: accounts(people), hasBot: false },
];

const accounts = (people: readonly Person[]): string[] => people.map(({ account }) => account);

/** Holders of the posts that are told there, their stand-ins and those who oversee; everybody when that is nobody. */
const channelMembers = (channel: string, people: readonly Person[], council: Council): readonly Person[] => {
  const told = Object.entries(council.posts).filter(([, post]) => post.channel === channel);
  const posts = new Set([
    ...told.flatMap(([id, { otherwise }]) => [id, ...otherwise]),
    ...Object.entries(council.posts).flatMap(([id, { oversees }]) => (oversees ? [id] : [])),
  ]);
  const members = people.filter((person) => person.posts.some((post) => posts.has(post)));
  return members.length > 0 ? members : people;
};
