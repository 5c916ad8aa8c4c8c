import { z } from "zod";
import { instantSchema } from "../domain/instants.ts";
import { cardType } from "./names.ts";

const cardSchema = z.record(z.string(), z.unknown());

/** A message as the room keeps it. */
export const messageSchema = z.strictObject({
  /** Counts up through the whole room: the order in which things were said. */
  seq: z.int(),
  id: z.string(),
  conversation: z.string(),
  /** The message under which it is a reply, in a channel. */
  under: z.string().optional(),
  /** "28:…" for the bot, "29:…" for a person. */
  from: z.string(),
  at: instantSchema,
  text: z.string(),
  format: z.enum(["plain", "markdown", "xml"]),
  summary: z.string(),
  card: cardSchema.nullable(),
  /** What one account's own click or refresh put in the card's place, until the bot replaces the message for everybody. */
  views: z.record(z.string(), cardSchema),
  /** How often the bot replaced it. */
  edits: z.int(),
  deleted: z.boolean(),
});
export type Message = z.infer<typeof messageSchema>;

/** What an activity that arrives at the connector says; the rest of it is Teams' business. */
const sentSchema = z.object({
  type: z.string(),
  text: z.string().default(""),
  textFormat: z.enum(["plain", "markdown", "xml"]).catch("markdown").default("markdown"),
  summary: z.string().default(""),
  attachments: z.array(z.object({ contentType: z.string(), content: z.unknown().optional() })).default([]),
});

export type Said = Pick<Message, "text" | "format" | "summary" | "card">;

/** Teams refuses what is larger (413). Bytes of UTF-16, as Teams counts. */
export const messageLimit = 100 * 1024;

export type Sent =
  | { readonly outcome: "said"; readonly said: Said }
  | { readonly outcome: "typing" }
  | { readonly outcome: "refused"; readonly status: 400 | 413; readonly code: string; readonly why: string };

/** Reads an activity that the bot sent. */
export const readSent = (body: unknown): Sent => {
  const parsed = sentSchema.safeParse(body);
  if (!parsed.success)
    return { outcome: "refused", status: 400, code: "BadSyntax", why: z.prettifyError(parsed.error) };
  const { type, text, textFormat, summary, attachments } = parsed.data;
  if (type === "typing") return { outcome: "typing" };
  if (JSON.stringify(body).length * 2 > messageLimit) {
    return { outcome: "refused", status: 413, code: "MessageSizeTooBig", why: "Message size too large." };
  }
  const card = cardSchema.safeParse(attachments.find(({ contentType }) => contentType === cardType)?.content);
  return { outcome: "said", said: { text, format: textFormat, summary, card: card.success ? card.data : null } };
};
