import { z } from "zod";
import { forDialog } from "../cards.ts";
import type { BotDeps, Shown, Turn } from "../deps.ts";
import { cardType, type Content, type Reply } from "../reply.ts";
import { words } from "../words.ts";
import { act } from "./act.ts";

const messageSchema = z.object({
  messagePayload: z.object({ body: z.object({ content: z.string(), contentType: z.string().optional() }) }),
});
const submittedSchema = z.object({ data: z.looseObject({ verb: z.unknown().optional() }) });

/** "Report this" on a message: its text is what happened. */
export const onFetch = async (deps: BotDeps, turn: Turn): Promise<Reply> => {
  const read = messageSchema.safeParse(turn.activity.value);
  const text = read.success ? textOf(read.data.messagePayload.body.content) : "";
  return inDialog(await act(deps, inPrivate(turn), "draft.start", { text }));
};

/** `task/fetch`: a button on one of our cards asked for a dialog. */
export const onTaskFetch = async (deps: BotDeps, turn: Turn): Promise<Reply> => {
  const read = submittedSchema.safeParse(turn.activity.value);
  const data = read.success ? read.data.data : { verb: "draft.start" };
  return inDialog(await act(deps, inPrivate(turn), data.verb, data));
};

/** `task/submit` and `composeExtension/submitAction`: a button inside the dialog. */
export const onSubmit = async (deps: BotDeps, turn: Turn): Promise<Reply> => {
  const read = submittedSchema.safeParse(turn.activity.value);
  if (!read.success) return inDialog({ content: words.staleCard, over: true });
  return inDialog(await act(deps, inPrivate(turn), read.data.data.verb, read.data.data));
};

/** A Teams dialog is seen by the one who opened it, even above a channel. */
const inPrivate = (turn: Turn): Turn => ({ ...turn, personal: true });

/** The next screen in the same dialog, or the closing words. */
export const inDialog = ({ content, over }: Shown): Reply => ({
  kind: "answer",
  status: 200,
  body: {
    task: over || typeof content === "string" ? closing(content) : { type: "continue", value: shownIn(content) },
  },
});

const closing = (content: Content) => ({
  type: "message",
  value: typeof content === "string" ? content : content.spoken,
});

const shownIn = ({ card }: Exclude<Content, string>) => ({
  title: words.extensionText,
  height: "large",
  width: "medium",
  card: { contentType: cardType, content: forDialog(card) },
});

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  "#39": "'",
};

/** A message's words without its markup. It goes into an input as plain text and is escaped there, so this only has to be readable. */
export const textOf = (html: string): string =>
  html
    .replace(/<(br|\/p|\/div|\/li)[^>]*>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replace(/[^\S\n]+/g, " ")
    .trim()
    .slice(0, 4000);
