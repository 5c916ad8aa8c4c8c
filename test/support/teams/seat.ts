import { cardContentType, type Answer, type CardJson, type Message } from "./activities.ts";
import { asAnswer, type Answered } from "./answers.ts";
import type { Connector } from "./connector.ts";

export interface PersonDeps {
  readonly connector: Connector;
  /** Posts to the bot's `/api/messages`. */
  readonly post: (activity: Readonly<Record<string, unknown>>) => Promise<Answered>;
  readonly tenant: string;
  readonly nextId: () => string;
}

export interface Where {
  readonly conversation: string;
  readonly type: "personal" | "channel";
}

type Fields = Readonly<Record<string, unknown>>;

/** Where a person sits: their chat with the bot, and the wire. */
export const createSeat = (deps: PersonDeps, account: string, name: string) => {
  const user = { id: `29:${account}`, name, aadObjectId: account };
  const chat: Where = { conversation: `a:${account}`, type: "personal" };
  const { conversations } = deps.connector;
  conversations.open(chat.conversation);
  conversations.reachable([user.id, account], chat.conversation);

  const where = (message: Message): Where =>
    message.conversation.startsWith("19:") ? { conversation: message.conversation, type: "channel" } : chat;
  const activity = (at: Where, more: Fields): Record<string, unknown> => ({ ...envelope(deps, user, at), ...more });
  const send = (at: Where, more: Fields): Promise<Answered> => deps.post(activity(at, more));

  const execute = async (message: Message, action: Fields, trigger = "manual"): Promise<Answer> => {
    const value = { action: { type: "Action.Execute", ...action }, trigger };
    const invoke = { type: "invoke", name: "adaptiveCard/action", replyToId: message.id, value };
    const answer = asAnswer(await send(where(message), invoke));
    if (answer.card !== null) conversations.replace(message.conversation, message.id, shown(answer.card));
    return answer;
  };

  const arrived = async (at: Where, during: () => Promise<unknown>): Promise<Message[]> => {
    const before = new Set(conversations.messages(at.conversation).map(({ id }) => id));
    await during();
    return conversations.messages(at.conversation).filter(({ id }) => !before.has(id));
  };

  const messages = (): Message[] => conversations.messages(chat.conversation);
  return { chat, where, activity, send, execute, arrived, messages };
};
export type Seat = ReturnType<typeof createSeat>;

/** What surrounds everything that Teams sends. */
const envelope = ({ nextId, connector, tenant }: PersonDeps, from: Fields, at: Where): Record<string, unknown> => ({
  id: nextId(),
  channelId: "msteams",
  serviceUrl: connector.url,
  timestamp: "2026-01-01T00:00:00.000Z",
  from,
  recipient: { id: "28:watchful", name: "Watchful" },
  conversation: { id: at.conversation, conversationType: at.type, tenantId: tenant },
  channelData: { tenant: { id: tenant } },
});

const shown = (card: CardJson) => ({
  type: "message",
  attachments: [{ contentType: cardContentType, content: card }],
});

export const cardOf = (message: Message): CardJson => {
  if (message.card === null) throw new Error(`That message has no card. It says: ${message.text}`);
  return message.card;
};
