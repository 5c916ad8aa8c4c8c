import { z } from "zod";
import type { Diary } from "../../app/ports/meetings.ts";
import { mergedBusy, type Busy } from "../../domain/meeting/busy.ts";
import type { Slot } from "../../domain/meeting/facts.ts";
import type { Asking } from "./asking.ts";
import { fromGraph, momentSchema, toGraphUtc, type LondonOffset } from "./times.ts";

/** Graph looks up to twenty at once, over less than 62 days. */
const mostAtOnce = 20;
const longestMs = 60 * 86_400_000;

/** Somebody waits in Teams, which gives up after 15 seconds: two tries of five at most, and then the diary is unknown. */
const haste = { tries: 2, timeoutMs: 5_000 } as const;

/** What Graph's words for a stretch of time mean here; null is free. What it does not know counts as busy. */
const kinds: Readonly<Record<string, Busy["kind"] | null>> = {
  free: null,
  workingelsewhere: null,
  tentative: "tentative",
  busy: "busy",
  oof: "away",
};

const itemSchema = z.object({ status: z.string().default("busy"), start: momentSchema, end: momentSchema });
const scheduleSchema = z.object({
  scheduleId: z.string(),
  scheduleItems: z.array(itemSchema).nullish(),
  error: z.object({ responseCode: z.string().nullish() }).nullish(),
});
type Schedule = z.infer<typeof scheduleSchema>;
const answerSchema = z.object({ value: z.array(scheduleSchema) });

/** One diary for each email, in their order; a diary that cannot be read is unknown. */
export const readDiaries = async (
  asking: Asking,
  offset: LondonOffset,
  emails: readonly string[],
  between: Slot,
): Promise<readonly Diary[]> => {
  const wanted = [...new Set(emails.map((email) => email.toLowerCase()))];
  const groups = Array.from({ length: Math.ceil(wanted.length / mostAtOnce) }, (_, index) =>
    wanted.slice(index * mostAtOnce, (index + 1) * mostAtOnce),
  );
  const asked = groups.flatMap((group) => windowsIn(between).map((window) => readGroup(asking, group, window)));
  const schedules = (await Promise.all(asked)).flat();
  return emails.map((email) => diaryOf(email.toLowerCase(), schedules, offset, windowsIn(between).length));
};

const windowsIn = ({ from, to }: Slot): Slot[] => {
  const count = Math.max(1, Math.ceil((to - from) / longestMs));
  return Array.from({ length: count }, (_, index) => ({
    from: from + index * longestMs,
    to: Math.min(to, from + (index + 1) * longestMs),
  }));
};

/** Asked on behalf of the first of the group whose mailbox can be reached: a leaver's must not hide everybody's diary. */
const readGroup = async (
  asking: Asking,
  group: readonly string[],
  { from, to }: Slot,
): Promise<readonly Schedule[]> => {
  for (const mailbox of group) {
    const answer = await asking.ask({
      method: "POST",
      path: `/users/${encodeURIComponent(mailbox)}/calendar/getSchedule`,
      mailbox,
      body: { schedules: group, startTime: toGraphUtc(from), endTime: toGraphUtc(to), availabilityViewInterval: 60 },
      reads: answerSchema,
      ...haste,
    });
    if (answer.outcome === "answered") return answer.body.value;
    if (answer.outcome === "later") return [];
  }
  return [];
};

const diaryOf = (email: string, schedules: readonly Schedule[], offset: LondonOffset, windows: number): Diary => {
  const mine = schedules.filter(({ scheduleId }) => scheduleId.toLowerCase() === email);
  if (mine.length < windows || mine.some(({ error, scheduleItems }) => error != null || scheduleItems == null))
    return { email, known: false, busy: [] };
  const busy = mine
    .flatMap(({ scheduleItems }) => scheduleItems ?? [])
    .flatMap((item): Busy[] => {
      const kind = kinds[item.status.toLowerCase()] === undefined ? "busy" : kinds[item.status.toLowerCase()];
      return kind == null ? [] : [{ kind, from: fromGraph(item.start, offset), to: fromGraph(item.end, offset) }];
    });
  return { email, known: true, busy: mergedBusy(busy) };
};
