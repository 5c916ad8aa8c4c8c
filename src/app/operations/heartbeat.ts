import { z } from "zod";
import type { Council } from "../../domain/council.ts";
import { instantSchema, type Instant } from "../../domain/instants.ts";
import { londonDate, minuteMs } from "../../time/london.ts";
import { howLong, inWords } from "../../time/say.ts";
import type { Calendar } from "../../time/calendar.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { Messenger } from "../ports/messenger.ts";
import type { RecordKey, Records } from "../ports/records.ts";

/** The document that proves that the metronome runs: it is due every minute, and says when it last was. */
export const heartbeatKey: RecordKey = { kind: "setting", id: "heartbeat" };

const bodySchema = z.strictObject({
  at: instantSchema,
  /** London date on which the operations channel was last told that all is well. */
  saidOn: z.string().nullable(),
  /** When it last heard that something is stuck; null when nothing is. */
  warnedAt: instantSchema.nullable(),
  /** Lines that the channel has not taken yet, oldest first. */
  lines: z.array(z.string()),
});
type Body = z.infer<typeof bodySchema>;

export interface HeartbeatDeps {
  readonly records: Records;
  readonly clock: Clock;
  readonly council: Pick<Council, "operations">;
  readonly calendar: Calendar;
  readonly messenger: Messenger;
  readonly log: Log;
}

const everyMs = minuteMs;
/** A gap between two beats longer than this was a silence, and somebody is told. */
const silenceMs = 5 * minuteMs;
/** A document that is due for longer than this is stuck: something keeps it from being handled. */
const stuckMs = 10 * minuteMs;
/** How often the channel hears of what stays stuck. */
const againMs = 60 * minuteMs;
const mostLines = 50;

const read = async ({ records }: Pick<HeartbeatDeps, "records">) => {
  const stored = await records.read(heartbeatKey);
  return { version: stored?.version ?? 0, body: stored === undefined ? null : bodySchema.parse(stored.body) };
};

const silence = (last: Body | null, now: Instant): string[] =>
  last === null || now - last.at <= silenceMs
    ? []
    : [
        `Watchful was silent from ${inWords(last.at)} for ${howLong(now - last.at)}. It is running again, and what fell due meanwhile is leaving now.`,
      ];

const stuck = async ({ records }: HeartbeatDeps, now: Instant): Promise<number> =>
  (await records.due(now - stuckMs, 100)).filter(({ id }) => id !== heartbeatKey.id).length;

const stuckLine = (count: number, last: Body | null, now: Instant): string[] => {
  const heard = last?.warnedAt ?? null;
  if (count === 0 || (heard !== null && now - heard < againMs)) return [];
  const many = count === 1 ? "One record has" : `${String(count)} records have`;
  return [`${many} been waiting for more than ${howLong(stuckMs)}. Run “watchful store check”, and see the log.`];
};

/** Once on each working day, from the hour at which it begins: that nothing is said can then be noticed. */
const daily = async ({ records, calendar }: HeartbeatDeps, last: Body | null, now: Instant): Promise<string[]> => {
  const today = londonDate(now);
  if (last?.saidOn === today || !calendar.isWorkingDay(today) || now < calendar.dayStart(today)) return [];
  const reports = await records.count("report");
  return [`Watchful is running. ${String(reports)} ${reports === 1 ? "report" : "reports"} kept.`];
};

/** Sends what it can, oldest first; the rest is kept for the next beat. */
const sendLines = async ({ messenger, council, log }: HeartbeatDeps, lines: readonly string[]): Promise<string[]> => {
  const channel = council.operations;
  if (channel === undefined) return [];
  for (const [index, text] of lines.entries()) {
    const sent = await messenger.send({ channel }, { kind: "word", text });
    if (sent.outcome === "accepted") continue;
    log.warn("the operations channel could not be told", { outcome: sent.outcome, count: lines.length - index });
    return lines.slice(index).slice(-mostLines);
  }
  return [];
};

const write = async ({ records }: HeartbeatDeps, version: number, body: Body): Promise<void> => {
  // A conflict means that another process has just beaten: the heart beats all the same.
  await records.commit({ ...heartbeatKey, expectedVersion: version, body, dueAt: body.at + everyMs, keys: [] });
};

/** What there is to say at this beat, and what the next one has to remember of it. */
const look = async (deps: HeartbeatDeps, last: Body | null, now: Instant) => {
  const quiet = silence(last, now);
  // What fell due in a silence is leaving now, beside this beat: the next one sees whether it does.
  const waiting = quiet.length > 0 ? 0 : await stuck(deps, now);
  const held = stuckLine(waiting, last, now);
  const well = await daily(deps, last, now);
  if (quiet.length > 0) deps.log.warn("silence ended", { ms: now - (last?.at ?? now) });
  if (waiting > 0) deps.log.error("records are stuck", { count: waiting });
  const before = waiting === 0 ? null : (last?.warnedAt ?? null);
  return {
    lines: [...quiet, ...held, ...well],
    warnedAt: held.length > 0 ? now : before,
    saidOn: well.length > 0 ? londonDate(now) : (last?.saidOn ?? null),
  };
};

/**
 * One beat: notes that the metronome runs, and tells the council's operations channel of a silence before this beat, of
 * records that nobody handles, and once a working day that all is well. Without an operations channel it is only logged.
 */
export const beat = async (deps: HeartbeatDeps): Promise<void> => {
  const now = deps.clock.now();
  const { version, body: last } = await read(deps);
  const seen = await look(deps, last, now);
  const lines = await sendLines(deps, [...(last?.lines ?? []), ...seen.lines]);
  await write(deps, version, { ...seen, at: now, lines });
};

/** The rehearsal's clock was moved: the time it leapt over was no silence. */
export const leapOver = async (records: Records, asOf: Instant): Promise<void> => {
  const { version, body } = await read({ records });
  if (body === null) return;
  await records.commit({
    ...heartbeatKey,
    expectedVersion: version,
    body: { ...body, at: asOf },
    // Not at once: what fell due in the time leapt over is to leave first, and is not stuck.
    dueAt: asOf + everyMs,
    keys: [],
  });
};

/** Makes sure that the heart beats. To be called at every start; harmless when repeated. */
export const startHeartbeat = async (records: Records, asOf: Instant): Promise<void> => {
  const stored = await records.read(heartbeatKey);
  if (stored !== undefined && stored.dueAt !== null && stored.dueAt <= asOf + everyMs) return;
  const body = stored === undefined ? { at: asOf, saidOn: null, warnedAt: null, lines: [] } : stored.body;
  await records.commit({ ...heartbeatKey, expectedVersion: stored?.version ?? 0, body, dueAt: asOf, keys: [] });
};
