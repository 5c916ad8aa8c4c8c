import type { Instant } from "../../domain/instants.ts";
import type { Absence, Person, PersonId, Post } from "../../domain/people.ts";
import type { FactOf, Telling } from "../../domain/report/facts.ts";
import { reportersOf, withheldFrom, type Report } from "../../domain/report/report.ts";
import { addWorkingMinutes, beforeWorkingMinutes } from "../../time/working-time.ts";
import type { ReportDeps } from "./deps.ts";
import { hereFor, lineAbove } from "./line.ts";
import { coverInWords, isAtOnce } from "./resolve.ts";

type World = Pick<ReportDeps, "council" | "directory" | "rules" | "calendar">;

/** What a telling is to be judged within: a report, or a draft that is not sent yet. */
export interface Within {
  readonly reporters: readonly PersonId[];
  readonly never: readonly PersonId[];
  readonly tellings: readonly (Telling & { readonly to?: readonly PersonId[] })[];
}

export const within = (report: Report): Within => ({
  reporters: reportersOf(report),
  never: withheldFrom(report),
  tellings: report.tellings,
});

/** Only a message that can wait, and that no telephone call goes with (W-N2K-P4). */
const canWait = (telling: Telling, { tellings }: Within): boolean =>
  telling.how === "teams" &&
  !isAtOnce(telling) &&
  !tellings.some(({ how, clauses }) => how === "phone" && clauses.some((id) => telling.clauses.includes(id)));

interface Covered {
  readonly people: readonly Person[];
  readonly away: readonly Absence[];
}

/** Nobody who holds the post is here, and somebody covers: without a cover there is nobody to judge for. */
const coverOf = ({ directory }: World, post: Post, asOf: Instant): Covered | null => {
  const { people, away = [] } = directory.holders(post, asOf);
  const here = people.some(({ posts }) => posts.includes(post));
  return away.length === 0 || people.length === 0 || here ? null : { people, away };
};

/**
 * Who judges: whoever holds the post in the first reporter's line of management, or else everybody who holds it. Nobody
 * judges what they reported or what is about them, and nobody whether they are told themselves: where the line leads to
 * the person who covers, they are simply told.
 */
const judgesOf = (
  { directory }: World,
  judge: Post,
  covers: readonly PersonId[],
  { reporters, never }: Within,
  asOf: Instant,
): readonly PersonId[] => {
  const [reporter = ""] = reporters;
  const own = lineAbove(directory, reporter).find((id) => directory.person(id)?.posts.includes(judge));
  const nearest = own === undefined ? null : hereFor(directory, own, asOf);
  if (nearest !== null && covers.includes(nearest)) return [];
  const may = (id: PersonId): boolean => !reporters.includes(id) && !never.includes(id) && !covers.includes(id);
  if (nearest !== null && may(nearest) && directory.absence(nearest, asOf) === null) return [nearest];
  return directory
    .holders(judge, asOf)
    .people.map(({ id }) => id)
    .filter(may);
};

/** Until when it can be judged (house rule `judgement`); null when too little time is left. */
const judgeBy = ({ council, calendar }: World, { dueAt }: Telling, asOf: Instant): Instant | null => {
  const { beforeDueMinutes, leastMinutes, withoutLimitMinutes } = council.houseRules.judgement;
  if (dueAt === null) return addWorkingMinutes(calendar, asOf, withoutLimitMinutes);
  const by = beforeWorkingMinutes(calendar, dueAt, beforeDueMinutes);
  return by >= addWorkingMinutes(calendar, asOf, leastMinutes) ? by : null;
};

/**
 * The request to judge whether a telling is raised with the person who covers (W-X1), or null: then it is told at once, as
 * it is when it cannot wait, no policy relaxes it, nobody is away or covers, the cover knows already, or nobody can judge.
 */
export const judgementFor = (world: World, telling: Telling, report: Within, at: Instant): FactOf<"judging"> | null => {
  const rule = canWait(telling, report) ? world.rules.judgement(telling.post, telling.clauses, at) : null;
  const covered = rule === null ? null : coverOf(world, telling.post, at);
  if (rule === null || covered === null) return null;
  const covers = covered.people.map(({ id }) => id);
  const known = report.tellings.flatMap(({ to = [] }) => to);
  const to = covers.every((id) => known.includes(id)) ? [] : judgesOf(world, rule.judge, covers, report, at);
  const by = judgeBy(world, telling, at);
  if (to.length === 0 || by === null) return null;
  const { repeatAfterMinutes } = world.council.houseRules.acknowledgement.otherwise;
  return {
    ...{ kind: "judging", at, telling: telling.id, request: `${telling.id}-judge`, post: rule.judge, to: [...to] },
    clause: rule.clause,
    why: covered.away.map((absence) => coverInWords(absence, at)).join("; "),
    judgeBy: by,
    repeatAt: repeatAfterMinutes
      .map((minutes) => addWorkingMinutes(world.calendar, at, minutes))
      .filter((again) => again < by),
  };
};
