import { z } from "zod";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { SummaryAudience } from "../../domain/remind/summary-facts.ts";
import { londonDate } from "../../time/london.ts";
import { inWords } from "../../time/say.ts";
import type { RecordKey } from "../ports/records.ts";
import type { SummaryDoor } from "../reminding.ts";
import { hereFor } from "../report/line.ts";
import type { RemindDeps } from "./deps.ts";
import { countDuties, type Counted } from "./summary-count.ts";
import { keptSummaries } from "./summary-kept.ts";
import { latestSummary, readerOf, scopeOf, summaryView, within } from "./summary-look.ts";
import { firstSummaryAt, nextMoment, nextWeekAt, weekOf } from "./summary-week.ts";

/** The document whose due instant tells the metronome that the summary of a week is to be made. */
export const summaryKey: RecordKey = { kind: "setting", id: "summary" };

/** `begins`: the first week of this store; a week before it is not made up for. */
const bodySchema = z.strictObject({ begins: z.string() });

type Scheduling = Pick<RemindDeps, "records" | "council" | "calendar">;

/** When the next summary is to be made: this week's still, by a machine that slept over its first working day. */
const nextAt = async (deps: Scheduling, begins: string, asOf: Instant): Promise<Instant> => {
  const moment = nextMoment(deps, asOf);
  const date = londonDate(moment);
  const week = weekOf(date);
  const made = week < begins || (await deps.records.read({ kind: "summary", id: week })) !== undefined;
  return made ? nextWeekAt(deps, date) : moment;
};

/** Makes sure that the next summary is waited for. To be called at every start and whenever the clock was moved; harmless when repeated. */
export const scheduleSummary = async (deps: Scheduling, asOf: Instant): Promise<void> => {
  const stored = await deps.records.read(summaryKey);
  const first = firstSummaryAt(deps, asOf);
  const body = stored === undefined ? { begins: weekOf(londonDate(first)) } : bodySchema.parse(stored.body);
  const dueAt = stored === undefined ? first : await nextAt(deps, body.begins, asOf);
  if (stored?.dueAt != null && stored.dueAt <= dueAt) return;
  // A conflict means that somebody else has just scheduled or made it.
  await deps.records.commit({ ...summaryKey, expectedVersion: stored?.version ?? 0, body, dueAt, keys: [] });
};

/** Everything for a post: to its channel, or in chat to those who hold it where it has none. */
const ofPosts = ({ council, directory }: RemindDeps, asOf: Instant): readonly SummaryAudience[] =>
  council.houseRules.reminders.summary.posts.flatMap((post): SummaryAudience[] => {
    const channel = council.posts[post]?.channel;
    if (channel !== undefined) return [{ scope: null, kind: "channel", where: channel }];
    return directory.holders(post, asOf).people.map(({ id }) => ({ scope: null, kind: "personal", where: id }));
  });

/** To each who holds such a post, or covers: the teams on that one's line, if there is anything to say of them. */
const ofLines = (deps: RemindDeps, { cells }: Counted, asOf: Instant): readonly SummaryAudience[] => {
  const { council, directory } = deps;
  const { lines } = council.houseRules.reminders.summary;
  return directory
    .people()
    .filter(({ posts }) => posts.some((post) => lines.includes(post)))
    .filter(({ id }) => cells.some(within(scopeOf(deps, id))))
    .map(({ id }) => ({ scope: id, kind: "personal", where: hereFor(directory, id, asOf) }));
};

const makeSummary = async (deps: RemindDeps, asOf: Instant): Promise<void> => {
  const on = londonDate(asOf);
  const week = weekOf(on);
  const counted = await countDuties(deps, asOf);
  const to = [...ofPosts(deps, asOf), ...ofLines(deps, counted, asOf)];
  await keptSummaries(deps.records).create(week, [{ kind: "made", at: asOf, week, on, ...counted, to }]);
  deps.log.info("summary made", { record: week, count: counted.cases });
};

/** What the metronome does when a summary is due. A week is counted once, whoever else counts it meanwhile or has before. */
export const runSummary = async (deps: RemindDeps): Promise<void> => {
  const asOf = deps.clock.now();
  const stored = await deps.records.read(summaryKey);
  if (stored === undefined) return;
  const body = bodySchema.parse(stored.body);
  const at = await nextAt(deps, body.begins, asOf);
  const isTime = at <= asOf;
  if (isTime && (await deps.records.count("case")) > 0) await makeSummary(deps, asOf);
  const dueAt = isTime ? nextWeekAt(deps, londonDate(asOf)) : at;
  await deps.records.commit({ ...summaryKey, expectedVersion: stored.version, body, dueAt, keys: [] });
  deps.nudge();
};

const notForThem =
  "You can't open the weekly summary: it is for service managers and those above them. Type “my team” to see what your team owes.";

const latest = async (deps: RemindDeps, by: PersonId): ReturnType<SummaryDoor["latest"]> => {
  const asOf = deps.clock.now();
  const reader = readerOf(deps, by, asOf);
  if (reader === undefined) {
    deps.log.warn("summary refused");
    return { outcome: "refused", why: notForThem };
  }
  const summary = await latestSummary(deps, londonDate(asOf));
  if (summary !== undefined) return { outcome: "done", view: await summaryView(deps, summary, reader.whose) };
  const next = (await deps.records.read(summaryKey))?.dueAt ?? firstSummaryAt(deps, asOf);
  return { outcome: "refused", why: `There is no summary yet. The first is made ${inWords(next, asOf)}.` };
};

/** The weekly summary, for the doors. */
export const createSummary = (deps: RemindDeps): SummaryDoor => ({ latest: (by) => latest(deps, by) });
