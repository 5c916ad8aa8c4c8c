import type { Instant } from "../domain/instants.ts";

/** What passes between the room and its page. Types only: the page is served with its types stripped. */
export type CardJson = Record<string, unknown>;

/** personal: one person and the bot. channel: of a team, with the bot. group: colleagues among themselves, without the bot. */
export type ConversationKind = "personal" | "channel" | "group";

export interface PersonView {
  readonly account: string;
  readonly email: string;
  readonly name: string;
  /** Titles of the posts held, as the council calls them. */
  readonly posts: readonly string[];
  readonly team: string | null;
  readonly unread: number;
}

export interface RoomView {
  readonly council: string;
  /** The bot's name in Teams. */
  readonly bot: string;
  readonly people: readonly PersonView[];
  /** Account of whoever the page starts as: somebody who reports. */
  readonly startAs: string;
  /** Account of somebody who is told in the council's channel; null when the council has none. */
  readonly watch: string | null;
}

export interface ConversationView {
  readonly id: string;
  readonly kind: ConversationKind;
  readonly title: string;
  readonly members: number;
  readonly hasBot: boolean;
  readonly unread: number;
  readonly last: { readonly text: string; readonly at: Instant; readonly by: string } | null;
}

export interface MessageView {
  readonly id: string;
  readonly by: string;
  readonly isBot: boolean;
  readonly isMine: boolean;
  /** It stands under another message, as a reply in a channel does. */
  readonly isReply: boolean;
  readonly at: Instant;
  readonly text: string;
  readonly format: "plain" | "markdown" | "xml";
  readonly summary: string;
  readonly card: CardJson | null;
  readonly edits: number;
  readonly deleted: boolean;
  /** Teams would refresh this card by itself for this person. */
  readonly refreshes: boolean;
}

/** A moment that the clock can be put to with one click. */
export interface Moment {
  readonly label: string;
  readonly at: Instant;
  readonly words: string;
}

export interface ClockView {
  readonly now: Instant;
  readonly words: string;
  readonly moments: readonly Moment[];
}

/** What a page that is open is told as it happens. It names what changed; the page asks for the rest. */
export type News =
  | { readonly kind: "message"; readonly conversation: string; readonly message: string; readonly fresh: boolean }
  | { readonly kind: "read"; readonly person: string }
  | { readonly kind: "typing"; readonly conversation: string }
  | { readonly kind: "clock"; readonly now: Instant };

/** Which invokes a dialog's buttons send: one opened from a message, or one opened by a card. */
export type DialogKind = "extension" | "task";

/** A Teams dialog (task module). */
export interface Dialog {
  readonly title: string;
  readonly width: string | number | null;
  readonly height: string | number | null;
  readonly card: CardJson;
}

/** What came of a click, as the person sees it. */
export type Outcome =
  | { readonly outcome: "card"; readonly card: CardJson }
  | { readonly outcome: "said"; readonly text: string }
  | { readonly outcome: "dialog"; readonly dialog: Dialog }
  | { readonly outcome: "done" }
  /** Teams shows its own sentence; `why` is for whoever is building the bot. */
  | { readonly outcome: "failed"; readonly why: string };

/** A rehearsed call as its page shows it. */
export interface CallView {
  readonly subject: string;
  readonly agenda: string;
  /** "Tuesday 24 November, 10:00 to 11:00"; with the year when it is another. */
  readonly when: string;
  readonly moment: "ahead" | "now" | "past";
  readonly state: "booked" | "ended" | "cancelled";
  readonly people: readonly {
    readonly email: string;
    readonly name: string;
    readonly part: "chair" | "required" | "optional";
    readonly reply: "accepted" | "tentative" | "declined" | null;
    readonly joined: boolean;
  }[];
  readonly invitations: readonly {
    readonly number: number;
    readonly what: "invitation" | "update" | "cancellation";
    /** Names, with commas between them. */
    readonly to: string;
  }[];
}
