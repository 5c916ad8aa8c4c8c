import { isObject, type Answer, type Dialog, type Message } from "./activities.ts";
import { buttonOf, inputsOf, refreshOf } from "./cards.ts";
import { cardOf, createSeat, type PersonDeps, type Seat, type Where } from "./seat.ts";
import { asDialog } from "./answers.ts";
import { fits, waitFor, type Words } from "./wait.ts";

type Typed = Readonly<Record<string, string>>;

/** Somebody with Teams in front of them: speaks, clicks, opens dialogs, and sees what the bot sent. */
export const createPerson = (deps: PersonDeps, account: string, name: string) => {
  const seat = createSeat(deps, account, name);
  return {
    account,
    name,
    chat: seat.chat,
    /** An activity as Teams would send it for this person: for tests that bend one. */
    activity: seat.activity,
    post: deps.post,
    ...speaking(seat),
    ...clicking(seat),
    ...seeing(seat, name),
    ...inDialogs(seat),
  };
};
export type TeamsPerson = ReturnType<typeof createPerson>;

const speaking = (seat: Seat) => ({
  /** Types in the chat with the bot. Returns what the bot put there by the time it answered. */
  says: (text: string, id?: string): Promise<Message[]> =>
    seat.arrived(seat.chat, () =>
      seat.send(seat.chat, { type: "message", text, textFormat: "plain", ...(id === undefined ? {} : { id }) }),
    ),
  /** Mentions the bot in a channel. */
  saysIn: (where: Where, text: string): Promise<Message[]> =>
    seat.arrived(where, () => seat.send(where, { type: "message", text: `<at>Watchful</at> ${text}` })),
  /** Installs the app: both activities that Teams sends. */
  installs: (): Promise<Message[]> =>
    seat.arrived(seat.chat, async () => {
      await seat.send(seat.chat, { type: "conversationUpdate", membersAdded: [{ id: "28:watchful" }] });
      await seat.send(seat.chat, { type: "installationUpdate", action: "add" });
    }),
});

const clicking = (seat: Seat) => ({
  /** Presses the button with this title, with what was typed; the answer's card has then replaced the message's. */
  clicks: async (message: Message, title: string, typed: Typed = {}): Promise<Answer> => {
    const button = buttonOf(cardOf(message), title);
    if (button.type !== "Action.Execute") throw new Error(`"${title}" is ${button.type}: it sends nothing to the bot.`);
    const data = { ...inputsOf(cardOf(message)), ...button.data, ...typed };
    return seat.execute(message, { verb: button.verb, data });
  },
  /** Sends an invoke with any verb and data at all: what a forger would do. */
  forges: (message: Message, verb: string, data: unknown): Promise<Answer> => seat.execute(message, { verb, data }),
  /** The same press from a client too old for Action.Execute: its fallback, as a message. */
  clicksOnOldClient: async (message: Message, title: string, typed: Typed = {}): Promise<void> => {
    const { fallback } = buttonOf(cardOf(message), title);
    if (fallback === null) throw new Error(`"${title}" has no fallback.`);
    const data = isObject(fallback["data"]) ? fallback["data"] : {};
    const value = { ...inputsOf(cardOf(message)), ...data, ...typed };
    await seat.send(seat.where(message), { type: "message", replyToId: message.id, value });
  },
  /** Looks at a card: Teams refreshes it by itself, when it has a refresh. Null when it has none. */
  looksAt: async (message: Message): Promise<Answer | null> => {
    const refresh = refreshOf(cardOf(message));
    return refresh && seat.execute(message, { verb: refresh.verb, data: refresh.data }, "automatic");
  },
});

const seeing = ({ messages }: Seat, name: string) => ({
  /** Everything in the chat with the bot now, oldest first. */
  sees: messages,
  /** The latest message in the chat. Throws when there is none. */
  latest: (): Message => {
    const last = messages().at(-1);
    if (!last) throw new Error(`${name} has seen nothing yet.`);
    return last;
  },
  /** The newest message whose words match; waits up to `withinMs` for it, because deliveries leave after the answer. */
  finds: (words: Words, withinMs = 3000): Promise<Message> =>
    waitFor(
      () => messages().findLast(fits(words)),
      withinMs,
      () =>
        `${name} never saw ${String(words)}. They saw:\n${messages()
          .map((each) => each.words)
          .join("\n---\n")}`,
    ),
});

const inDialogs = (seat: Seat) => ({
  /** "Report this" on somebody's message. A string is a sentence instead of a dialog. */
  opensDialog: async (text: string): Promise<Dialog | string> => {
    const value = {
      commandId: "reportThis",
      commandContext: "message",
      messagePayload: { id: "1", body: { contentType: "html", content: text } },
    };
    const { body } = await seat.send(seat.chat, { type: "invoke", name: "composeExtension/fetchTask", value });
    return asDialog(body, "extension");
  },
  /** Presses a button in an open dialog. Returns the next one, or the closing sentence. */
  presses: async (dialog: Dialog, title: string, typed: Typed = {}): Promise<Dialog | string> => {
    const button = buttonOf(dialog.card, title);
    if (button.type !== "Action.Submit") throw new Error(`"${title}" is ${button.type}: in a dialog it does nothing.`);
    const data = { ...inputsOf(dialog.card), ...button.data, ...typed };
    const name = dialog.from === "extension" ? "composeExtension/submitAction" : "task/submit";
    const { body } = await seat.send(seat.chat, { type: "invoke", name, value: { data, commandId: "reportThis" } });
    return asDialog(body, dialog.from);
  },
});
