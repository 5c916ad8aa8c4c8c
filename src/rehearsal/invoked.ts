import { z } from "zod";
import { cardType } from "./names.ts";
import type { Outcome } from "./wire.ts";

/** The bot's answer over HTTP. */
export interface BotAnswer {
  readonly status: number;
  readonly body: unknown;
}

const card = z.record(z.string(), z.unknown());
const executed = z.discriminatedUnion("type", [
  z.object({ statusCode: z.number(), type: z.literal(cardType), value: card }),
  z.object({
    statusCode: z.number(),
    type: z.literal("application/vnd.microsoft.activity.message"),
    value: z.string(),
  }),
  z.object({
    statusCode: z.number(),
    type: z.literal("application/vnd.microsoft.error"),
    value: z.object({ message: z.string() }),
  }),
]);

const failed = (why: string): Outcome => ({ outcome: "failed", why });
const isOk = ({ status }: BotAnswer): boolean => status >= 200 && status < 300;
const refusal = ({ status }: BotAnswer): Outcome => failed(`The bot answered with status ${String(status)}.`);

/** Reads the answer to a message, which carries nothing. */
export const readPosted = (answer: BotAnswer): Outcome => (isOk(answer) ? { outcome: "done" } : refusal(answer));

/** Reads the answer to `adaptiveCard/action`. Teams shows nothing of an answer that is out of shape, and nor does the room. */
export const readExecuted = (answer: BotAnswer): Outcome => {
  if (!isOk(answer)) return refusal(answer);
  const read = executed.safeParse(answer.body);
  if (!read.success) return failed(`The answer is out of shape. ${z.prettifyError(read.error)}`);
  const { data } = read;
  switch (data.type) {
    case cardType:
      return { outcome: "card", card: data.value };
    case "application/vnd.microsoft.activity.message":
      return { outcome: "said", text: data.value };
    case "application/vnd.microsoft.error":
      return failed(`The bot answered ${String(data.statusCode)}: ${data.value.message}`);
  }
};

const size = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => value ?? null);
const continued = z.object({
  type: z.literal("continue"),
  value: z.object({
    title: z.string().default(""),
    width: size,
    height: size,
    card: z.object({ contentType: z.literal(cardType), content: card }),
  }),
});
const tasked = z.object({
  task: z.discriminatedUnion("type", [continued, z.object({ type: z.literal("message"), value: z.string() })]),
});

/** Reads the answer to `task/*` and `composeExtension/*`. Without a task the dialog simply closes. */
export const readTasked = (answer: BotAnswer): Outcome => {
  if (!isOk(answer)) return refusal(answer);
  const { body } = answer;
  if (typeof body !== "object" || body === null || !("task" in body)) return { outcome: "done" };
  const read = tasked.safeParse(body);
  if (!read.success) return failed(`The answer is out of shape. ${z.prettifyError(read.error)}`);
  const { task } = read.data;
  if (task.type === "message") return { outcome: "said", text: task.value };
  const { title, width, height, card: shown } = task.value;
  return { outcome: "dialog", dialog: { title, width, height, card: shown.content } };
};
