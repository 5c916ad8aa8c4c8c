/** The shapes that Teams puts on the wire, as far as this pretended Teams uses them. */
export interface Attachment {
  readonly contentType: string;
  readonly content: CardJson;
}

/** A card as it arrived: tests read it, they never build it. */
export type CardJson = Readonly<Record<string, unknown>>;

/** An activity that the bot sent to a conversation. */
export interface BotActivity {
  readonly type: string;
  readonly text?: string;
  readonly summary?: string;
  readonly attachments?: readonly Attachment[];
  readonly [more: string]: unknown;
}

/** A message as somebody sees it in a conversation; replaced in place when the bot updates it. */
export interface Message {
  readonly id: string;
  readonly conversation: string;
  readonly text: string;
  readonly card: CardJson | null;
  /** Everything readable on it, one piece a line: what an assertion usually wants. */
  readonly words: string;
  /** How often the bot replaced it. */
  readonly updates: number;
}

/** What the bot answered to a click. */
export interface Answer {
  /** HTTP status of the bot's answer. */
  readonly status: number;
  readonly card: CardJson | null;
  /** The sentence, when the answer was no card. */
  readonly text: string;
  readonly words: string;
  readonly body: unknown;
}

/** A Teams dialog (task module) that is open in front of a person. */
export interface Dialog {
  readonly title: string;
  readonly card: CardJson;
  readonly words: string;
  /** How it was opened: decides which invoke its buttons send. */
  readonly from: "extension" | "task";
}

export const cardContentType = "application/vnd.microsoft.card.adaptive";

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
