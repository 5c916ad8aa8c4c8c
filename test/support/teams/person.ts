import { isObject, cardContentType, type Answer, type CardJson, type Dialog, type Message } from "./activities.ts";
import { buttonOf, inputsOf, refreshOf, wordsOf } from "./cards.ts";
import type { Connector } from "./connector.ts";

export interface PersonDeps {
  readonly connector: Connector;
  /** Posts to the bot's `/api/messages`. */
  readonly post: (activity: Readonly<Record<string, unknown>>) => Promise<{ status: number; body: unknown }>;
  readonly tenant: string;
  readonly nextId: () => string;
}

export interface Where {
  readonly conversation: string;
  readonly type: "personal" | "channel";
}

const asAnswer = ({ status, body }: { status: number; body: unknown }): Answer => {
  const value = isObject(body) ? body["value"] : undefined;
  const card = isObject(value) && value["type"] === "AdaptiveCard" ? value : null;
  const text = typeof value === "string" ? value : "";
  return { status, card, text, words: card === null ? text : wordsOf(card), body };
};

const asDialog = (body: unknown, from: Dialog["from"]): Dialog | string => {
  const task = isObject(body) && isObject(body["task"]) ? body["task"] : {};
  const value = task["value"];
  if (typeof value === "string") return value;
  const attachment = isObject(value) && isObject(value["card"]) ? value["card"] : {};
  const card = isObject(attachment["content"]) ? attachment["content"] : null;
  if (card === null || !isObject(value)) return "";
  return { title: typeof value["title"] === "string" ? value["title"] : "", card, words: wordsOf(card), from };
};

/** Somebody with Teams in front of them: speaks, clicks, opens dialogs, and sees what the bot sent. */
export const createPerson = (deps: PersonDeps, account: string, name: string) => {
  const user = `29:${account}`;
  const chat: Where = { conversation: `a:${account}`, type: "personal" };
  const { conversations } = deps.connector;
  conversations.open(chat.conversation);
  conversations.reachable([user, account], chat.conversation);

  const activity = (where: Where, more: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
    id: deps.nextId(),
    channelId: "msteams",
    serviceUrl: deps.connector.url,
    timestamp: "2026-01-01T00:00:00.000Z",
    from: { id: user, name, aadObjectId: account },
    recipient: { id: "28:watchful", name: "Watchful" },
    conversation: { id: where.conversation, conversationType: where.type, tenantId: deps.tenant },
    channelData: { tenant: { id: deps.tenant } },
    ...more,
  });

  const arrived = async (where: Where, send: () => Promise<unknown>): Promise<Message[]> => {
    const before = new Set(conversations.messages(where.conversation).map(({ id }) => id));
    await send();
    return conversations.messages(where.conversation).filter(({ id }) => !before.has(id));
  };

  const put = (message: Message, card: CardJson): void => {
    conversations.replace(message.conversation, message.id, {
      type: "message",
      attachments: [{ contentType: cardContentType, content: card }],
    });
  };

  const whereIs = (message: Message): Where =>
    message.conversation.startsWith("19:") ? { conversation: message.conversation, type: "channel" } : chat;

  const invoke = async (
    message: Message,
    action: Readonly<Record<string, unknown>>,
    more: Readonly<Record<string, unknown>>,
  ): Promise<Answer> => {
    const value = { action: { type: "Action.Execute", ...action }, trigger: "manual", ...more };
    const sent = activity(whereIs(message), {
      type: "invoke",
      name: "adaptiveCard/action",
      replyToId: message.id,
      value,
    });
    const answer = asAnswer(await deps.post(sent));
    if (answer.card !== null) put(message, answer.card);
    return answer;
  };

  const cardOf = (message: Message): CardJson => {
    if (message.card === null) throw new Error(`That message has no card. It says: ${message.text}`);
    return message.card;
  };

  const me = {
    account,
    name,
    chat,
    /** An activity as Teams would send it for this person: for tests that bend one. */
    activity,
    post: deps.post,
    /** Types in the chat with the bot. Returns what the bot put there by the time it answered. */
    says: (text: string, id?: string): Promise<Message[]> =>
      arrived(chat, () =>
        deps.post(activity(chat, { type: "message", text, textFormat: "plain", ...(id ? { id } : {}) })),
      ),
    /** Mentions the bot in a channel. */
    saysIn: (where: Where, text: string): Promise<Message[]> =>
      arrived(where, () => deps.post(activity(where, { type: "message", text: `<at>Watchful</at> ${text}` }))),
    /** Presses the button with this title, with what was typed; the answer's card has then replaced the message's. */
    clicks: async (message: Message, title: string, typed: Readonly<Record<string, string>> = {}): Promise<Answer> => {
      const button = buttonOf(cardOf(message), title);
      if (button.type !== "Action.Execute")
        throw new Error(`"${title}" is ${button.type}, which sends nothing to the bot.`);
      const data = { ...inputsOf(cardOf(message)), ...button.data, ...typed };
      return invoke(message, { verb: button.verb, data }, {});
    },
    /** Sends an invoke with any verb and data at all: what a forger would do. */
    forges: (message: Message, verb: string, data: unknown): Promise<Answer> => invoke(message, { verb, data }, {}),
    /** The same press from a client too old for Action.Execute: its fallback, as a message. */
    clicksOnOldClient: async (
      message: Message,
      title: string,
      typed: Readonly<Record<string, string>> = {},
    ): Promise<void> => {
      const { fallback } = buttonOf(cardOf(message), title);
      if (fallback === null) throw new Error(`"${title}" has no fallback.`);
      const data = isObject(fallback["data"]) ? fallback["data"] : {};
      const value = { ...inputsOf(cardOf(message)), ...data, ...typed };
      await deps.post(activity(whereIs(message), { type: "message", replyToId: message.id, value }));
    },
    /** Looks at a card: Teams refreshes it by itself, when it has a refresh. Null when it has none. */
    looksAt: async (message: Message): Promise<Answer | null> => {
      const refresh = refreshOf(cardOf(message));
      return refresh && invoke(message, { verb: refresh.verb, data: refresh.data }, { trigger: "automatic" });
    },
    /** Everything in the chat with the bot now, oldest first. */
    sees: (): Message[] => conversations.messages(chat.conversation),
    /** The latest message in the chat. Throws when there is none. */
    latest: (): Message => {
      const last = conversations.messages(chat.conversation).at(-1);
      if (!last) throw new Error(`${name} has seen nothing yet.`);
      return last;
    },
    /** The newest message whose words match; waits up to `withinMs` for it, because deliveries leave after the answer. */
    finds: (words: RegExp | string, withinMs = 3000): Promise<Message> =>
      waitFor(
        () => conversations.messages(chat.conversation).findLast((message) => matches(message, words)),
        withinMs,
        () =>
          `${name} never saw ${String(words)}. They saw:\n${me
            .sees()
            .map((message) => message.words)
            .join("\n---\n")}`,
      ),
    /** Installs the app: both activities that Teams sends. */
    installs: (): Promise<Message[]> =>
      arrived(chat, async () => {
        await deps.post(activity(chat, { type: "conversationUpdate", membersAdded: [{ id: "28:watchful" }] }));
        await deps.post(activity(chat, { type: "installationUpdate", action: "add" }));
      }),
    /** "Report this" on somebody's message. A string is a sentence instead of a dialog. */
    opensDialog: async (text: string): Promise<Dialog | string> => {
      const value = {
        commandId: "reportThis",
        commandContext: "message",
        messagePayload: { id: "1", body: { contentType: "html", content: text } },
      };
      const { body } = await deps.post(activity(chat, { type: "invoke", name: "composeExtension/fetchTask", value }));
      return asDialog(body, "extension");
    },
    /** Presses a button in an open dialog. Returns the next one, or the closing sentence. */
    presses: async (
      dialog: Dialog,
      title: string,
      typed: Readonly<Record<string, string>> = {},
    ): Promise<Dialog | string> => {
      const button = buttonOf(dialog.card, title);
      if (button.type !== "Action.Submit")
        throw new Error(`In a dialog "${title}" should be Action.Submit, not ${button.type}.`);
      const data = { ...inputsOf(dialog.card), ...button.data, ...typed };
      const name = dialog.from === "extension" ? "composeExtension/submitAction" : "task/submit";
      const { body } = await deps.post(
        activity(chat, { type: "invoke", name, value: { data, commandId: "reportThis" } }),
      );
      return asDialog(body, dialog.from);
    },
  };
  return me;
};
export type TeamsPerson = ReturnType<typeof createPerson>;

const matches = (message: Message, words: RegExp | string): boolean =>
  typeof words === "string" ? message.words.includes(words) : words.test(message.words);

/** Polls on the real clock; a test's own clock may stand still. */
export const waitFor = async <T>(look: () => T | undefined, withinMs: number, complaint: () => string): Promise<T> => {
  const until = performance.now() + withinMs;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error(complaint());
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
