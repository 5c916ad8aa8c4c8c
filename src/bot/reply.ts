import type { SpokenCard } from "./cards.ts";

/** Something to say: a card, or a sentence. */
export type Content = SpokenCard | string;

/** What a turn comes to. A union with a discriminant, so that routes never touch the wire. */
export type Reply =
  /** New messages in the conversation, in this order. */
  | { readonly kind: "say"; readonly contents: readonly Content[] }
  /** Replaces the card that was clicked; `activity` null when the client did not say which: then it is said anew. */
  | { readonly kind: "replace"; readonly activity: string | null; readonly content: Content }
  /** The answer to an invoke, in the HTTP response. */
  | { readonly kind: "answer"; readonly status: number; readonly body: unknown }
  | { readonly kind: "nothing" };

export const say = (...contents: Content[]): Reply => ({ kind: "say", contents });
export const nothing: Reply = { kind: "nothing" };

export const cardType = "application/vnd.microsoft.card.adaptive";
const messageType = "application/vnd.microsoft.activity.message";

/** What Action.Execute gets back: the card replaces the one that was clicked. */
export const cardAnswer = (content: Content): Reply => ({
  kind: "answer",
  status: 200,
  body:
    typeof content === "string"
      ? { statusCode: 200, type: messageType, value: content }
      : { statusCode: 200, type: cardType, value: content.card },
});

/** A message activity that shows the content. Alerts, because a card about a child at risk must not arrive in silence. */
export const toActivity = (content: Content): Record<string, unknown> =>
  typeof content === "string"
    ? { type: "message", text: content, textFormat: "plain", ...alert }
    : {
        type: "message",
        summary: content.spoken,
        speak: content.spoken,
        attachments: [{ contentType: cardType, content: content.card }],
        ...alert,
      };
const alert = { channelData: { notification: { alert: true } } };
