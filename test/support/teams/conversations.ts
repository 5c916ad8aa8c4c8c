import { isObject, cardContentType, type BotActivity, type CardJson, type Message } from "./activities.ts";
import { wordsOf } from "./cards.ts";

interface Kept {
  readonly id: string;
  activity: BotActivity;
  updates: number;
}

/** What stands in each conversation now, and who can be reached in one. */
export const createConversations = () => {
  const threads = new Map<string, Kept[]>();
  return { ...places(threads), ...activities(threads) };
};
export type Conversations = ReturnType<typeof createConversations>;

/** "19:…;messageid=<id>" is the thread under one message of a channel. */
const partsOf = (conversation: string) => {
  const [channel = conversation, root] = conversation.split(";messageid=");
  return { channel, root };
};

const places = (threads: Map<string, Kept[]>) => {
  const personal = new Map<string, string>();
  const open = (conversation: string): void => {
    if (!threads.has(conversation)) threads.set(conversation, []);
  };
  return {
    open,
    /** A thread is there as long as the message that begins it. */
    has: (conversation: string): boolean => {
      const { channel, root } = partsOf(conversation);
      const thread = threads.get(channel);
      return thread !== undefined && (root === undefined || thread.some(({ id }) => id === root));
    },
    /** Ends a conversation as an uninstalled app does: the bot is told 404 from now on. */
    close: (conversation: string): void => {
      threads.delete(conversation);
    },
    /** Says which conversation `POST /v3/conversations` gives for a user id or an account. */
    reachable: (ids: readonly string[], conversation: string): void => {
      for (const id of ids) personal.set(id, conversation);
    },
    unreachable: (ids: readonly string[]): void => {
      for (const id of ids) personal.delete(id);
    },
    personal: (id: string): string | null => {
      const conversation = personal.get(id);
      if (conversation === undefined) return null;
      open(conversation);
      return conversation;
    },
  };
};

const activities = (threads: Map<string, Kept[]>) => {
  let sent = 0;
  return {
    post: (conversation: string, activity: BotActivity): string => {
      sent += 1;
      const id = `1:${String(sent)}`;
      const thread = threads.get(conversation) ?? [];
      thread.push({ id, activity, updates: 0 });
      threads.set(conversation, thread);
      return id;
    },
    replace: (conversation: string, id: string, activity: BotActivity): boolean => {
      const kept = threads.get(conversation)?.find((each) => each.id === id);
      if (!kept) return false;
      kept.activity = activity;
      kept.updates += 1;
      return true;
    },
    remove: (conversation: string, id: string): boolean => {
      const thread = threads.get(conversation) ?? [];
      const left = thread.filter((kept) => kept.id !== id);
      threads.set(conversation, left);
      return left.length < thread.length;
    },
    messages: (conversation: string): Message[] =>
      (threads.get(conversation) ?? []).map((kept) => toMessage(conversation, kept)),
  };
};

const cardOf = (activity: BotActivity): CardJson | null => {
  const attachment = activity.attachments?.find(({ contentType }) => contentType === cardContentType);
  return attachment && isObject(attachment.content) ? attachment.content : null;
};

const toMessage = (conversation: string, { id, activity, updates }: Kept): Message => {
  const card = cardOf(activity);
  const text = activity.text ?? "";
  return {
    id,
    conversation,
    text,
    card,
    updates,
    // Worked out when somebody reads it: a long test keeps thousands of messages.
    get words() {
      return [text, card === null ? "" : wordsOf(card)].filter((part) => part !== "").join("\n");
    },
  };
};
