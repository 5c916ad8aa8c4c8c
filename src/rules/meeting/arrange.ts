import type { Instant } from "../../domain/instants.ts";
import type { Rulebook } from "../rulebook.ts";
import { blocksAbout, readerOf, type Block } from "./blocks.ts";
import { agenciesOf, chairOf } from "./come.ts";
import { deadlinesOf, hasToBeChosen, isReplacedBy, recordOfMeeting, type Running } from "./deadlines.ts";
import type { ArrangedDeadline, ArrangedMeeting, Arrangement, MeetingAsk } from "./types.ts";

/**
 * What the policies ask of the meeting that somebody asks for, from policy data alone: which meetings (a complex case calls for
 * two), every deadline with its clause, who chairs, who must come, what is decided and what has to be arranged. Pure. Throws
 * `OutsideCalendar` when a deadline lies beyond the calendar's years.
 *
 * Clauses: PS-01 to PS-09, WQ-10.1a to 10.6. Of several limits on one meeting the earliest runs. A longer limit (WQ-10.1f)
 * counts only where `ask.chosen` names it with a reason, and then takes the place of the plain limit, never of another.
 */
export const arrange = (rulebook: Rulebook, ask: MeetingAsk, asOf: Instant): Arrangement => {
  const all = deadlinesOf(rulebook, ask, asOf);
  const longer = all.filter(hasToBeChosen);
  const taken = longer.filter(({ deadline }) => deadline.chosen !== null);
  const running = all.filter(
    (one) => (!hasToBeChosen(one) || taken.includes(one)) && !taken.some((chosen) => isReplacedBy(one, chosen)),
  );
  const meetings = [...Map.groupBy(running, ({ metBy }) => metBy[0] ?? "")].map(([of, theirs]) =>
    meetingOf(rulebook, of, theirs, ask, asOf),
  );
  return { meetings: meetings.toSorted((a, b) => at(a.runs) - at(b.runs)), choices: longer.map(choiceAmong(all)) };
};

/** No limit comes last. */
const at = (deadline: Pick<ArrangedDeadline, "dueAt"> | null): number => deadline?.dueAt ?? Number.MAX_SAFE_INTEGER;

const choiceAmong =
  (all: readonly Running[]) =>
  (longer: Running): Arrangement["choices"][number] => {
    const { clause, title, words, houseRule, dueAt } = longer.deadline;
    const insteadOf = all.filter((one) => isReplacedBy(one, longer)).map((one) => one.deadline.clause);
    return { clause, title, words, houseRule, dueAt, insteadOf };
  };

const meetingOf = (
  rulebook: Rulebook,
  of: string,
  running: readonly Running[],
  ask: MeetingAsk,
  asOf: Instant,
): ArrangedMeeting => {
  const read = readerOf(rulebook, ask.answers, ask.caseFacts);
  const blocks = blocksAbout(rulebook, of, read, asOf);
  const deadlines = running.map(({ deadline }) => deadline).toSorted((a, b) => at(a) - at(b));
  const [first] = deadlines;
  return {
    of,
    title: rulebook.vocabulary.happenings[of]?.title ?? of,
    recordedBy: recordOfMeeting(rulebook, of, asOf),
    deadlines,
    runs: first?.dueAt === undefined || first.dueAt === null ? null : first,
    chair: chairOf(blocks),
    agencies: agenciesOf(rulebook, blocks, read),
    form: formOf(blocks),
    withoutMeeting: withoutMeetingOf(blocks),
    agenda: blocks.flatMap(({ meeting }) => meeting.agenda ?? []),
    asks: blocks.flatMap(({ clause, meeting }) =>
      (meeting.asks ?? []).map((question) => ({ clause: clause.id, question })),
    ),
  };
};

/** Of two forms the first in the clauses' order stands. */
const formOf = (blocks: readonly Block[]): ArrangedMeeting["form"] => {
  const found = blocks.find(({ meeting }) => meeting.form !== undefined);
  return found?.meeting.form === undefined ? null : { form: found.meeting.form, clause: found.clause.id };
};

const withoutMeetingOf = (blocks: readonly Block[]): ArrangedMeeting["withoutMeeting"] => {
  const found = blocks.find(({ meeting }) => meeting.withoutMeeting !== undefined);
  const posts = found?.meeting.withoutMeeting?.authorisedBy;
  return found === undefined || posts === undefined ? null : { clause: found.clause.id, posts: [posts].flat() };
};
