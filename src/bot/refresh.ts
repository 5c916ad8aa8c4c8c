import type { Directory } from "../app/ports/directory.ts";
import type { Conversations } from "./conversations.ts";
import type { Content } from "./reply.ts";

/**
 * Teams refreshes a card by itself for Teams user ids ("29:…"), which only a conversation tells; the cards know accounts.
 * Somebody who never spoke keeps their account: their client then refreshes by hand.
 */
export const withUsers = async (
  { conversations, directory }: { conversations: Conversations; directory: Directory },
  content: Content,
): Promise<Content> => {
  if (typeof content === "string" || content.card.refresh === undefined) return content;
  const { refresh } = content.card;
  const userIds = await Promise.all(refresh.userIds.map((account) => userOf(conversations, directory, account)));
  return { ...content, card: { ...content.card, refresh: { ...refresh, userIds } } };
};

const userOf = async (conversations: Conversations, directory: Directory, account: string): Promise<string> => {
  const person = directory.byAccount(account);
  const reference = person && (await conversations.ofPerson(person.id));
  return reference?.user ?? account;
};
