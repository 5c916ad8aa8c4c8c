import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import type { ReportRole } from "../permissions.ts";
import type { Answers, How, ReportFact } from "./facts.ts";
import { after, begin } from "./fold.ts";
import type { Report, TellingProgress } from "./state.ts";

export type { Judgement, KnownCopy, Report, TellingProgress } from "./state.ts";

/**
 * A report from its facts.
 * @throws when the facts do not begin with "reported": they are damaged.
 */
export const evolve = (facts: readonly ReportFact[]): Report => {
  const [first, ...rest] = facts;
  if (first?.kind !== "reported")
    throw new Error('A report\'s facts must begin with "reported". Run "watchful audit verify".');
  return rest.reduce(after, begin(first));
};

/** A telling that asks for a call: because the policy does (W-N2K-P4), or because nobody answered in Teams. */
export const asksForCall = (telling: TellingProgress): boolean =>
  telling.how === "phone" || telling.handedTo.length > 0;

/** The first telling whose telephone call nobody has recorded yet. */
export const uncalled = (report: Report): TellingProgress | undefined =>
  report.tellings.find((telling) => asksForCall(telling) && !report.called.some((call) => call.telling === telling.id));

/** Whether a telephone call is asked for and nobody has recorded that it was made. */
export const callOwed = (report: Report): boolean => report.state !== "closed" && uncalled(report) !== undefined;

/** Everybody it is withheld from: never addressed, and shown nothing of it. */
export const withheldFrom = ({ withheld }: Report): readonly PersonId[] => withheld.flatMap(({ from }) => from);

/** The tellings that were put to somebody's judgement by this request. */
const heldBy = (report: Report, request: TellingProgress): readonly TellingProgress[] =>
  report.tellings.filter(({ judgement }) => judgement?.request === request.id);

/** The tellings that this person was asked to judge about. */
export const judgedBy = (report: Report, person: PersonId): readonly TellingProgress[] =>
  report.tellings
    .filter(({ how, to }) => how === "judge" && to.includes(person))
    .flatMap((request) => heldBy(report, request));

/** Whether this telling waits for a judgement, or was judged not to be raised: nobody is told by it. */
export const isHeld = ({ judgement }: TellingProgress): boolean =>
  judgement !== null &&
  (judgement.outcome === null || (judgement.outcome.kind === "judged" && !judgement.outcome.raise));

/** Everybody who has answered: to acknowledge is one way, to approve, return or decide is another. */
const answerers = ({ acknowledged, returned, amended, approved, decided }: Report): readonly PersonId[] =>
  [...acknowledged, ...returned, ...amended, approved ?? [], decided ?? []].flat().map(({ by }) => by);

/** Whether somebody whom this telling reached has answered for it, in Teams or by telephone. */
export const answeredFor = (report: Report, telling: TellingProgress): boolean => {
  // To close a report answers for no judgement: what was neither raised nor left out is still told.
  if (telling.how === "judge") return heldBy(report, telling).every(({ judgement }) => judgement?.outcome !== null);
  return isAnswered(report, telling);
};

const isAnswered = (report: Report, telling: TellingProgress): boolean =>
  report.state === "closed" ||
  answerers(report).some((by) => telling.to.includes(by)) ||
  report.called.some((call) => report.tellings.some(({ id, post }) => id === call.telling && post === telling.post));

/** Everybody who reported it: who made the report, and those whose own were joined to it. */
export const reportersOf = ({ by, joined }: Report): readonly PersonId[] => [
  ...new Set([by, ...joined.map((fact) => fact.by)]),
];

/** What each of those who reported it answered, the first one's first; the end of it is known to all. */
export const everyAnswer = ({ answers, joined, watching, ended }: Report): readonly Answers[] => [
  answers,
  ...joined.map((fact) =>
    watching === null || ended === null ? fact.answers : { ...fact.answers, [watching.fact]: ended.endedAt },
  ),
];

/** Whether it was asked how things stand, and nobody has answered since. */
export const wonders = ({ wondered, persists, ended }: Report): boolean =>
  ended === null && Math.max(...wondered.map(({ at }) => at)) > Math.max(...persists.map(({ at }) => at));

/** The next of the hours at which this reporter is to be asked whether it goes on: none after the last, the end or the closing. */
export const nextAsk = (report: Report, to: PersonId): { readonly hours: number; readonly at: Instant } | undefined => {
  if (report.ended !== null || report.state === "closed") return undefined;
  const asked = Math.max(...report.wondered.filter((fact) => fact.to === to).map(({ hours }) => hours));
  const since = report.joined.find(({ by }) => by === to)?.at ?? report.at;
  return report.watching?.askAt.find(({ hours, at }) => hours > asked && at > since);
};

const addressedTo = (report: Report, person: PersonId, hows: readonly How[]): boolean =>
  report.tellings.some(({ how, to }) => hows.includes(how) && to.includes(person));

/** What this person is to this report. `oversees`: holds a post that the council file marks so. */
export const rolesOf = (report: Report, person: PersonId, oversees: boolean): readonly ReportRole[] => {
  if (withheldFrom(report).includes(person)) return ["colleague", "barred"];
  const roles: ReportRole[] = ["colleague"];
  if (report.by === person) roles.push("reporter");
  else if (reportersOf(report).includes(person)) roles.push("joiner");
  if (report.tellings.some((telling) => telling.to.includes(person))) roles.push("told");
  if (addressedTo(report, person, ["amend", "copy"]) && report.tellings.some(({ how }) => how === "amend"))
    roles.push("amender");
  if (addressedTo(report, person, ["decide"])) roles.push("decider");
  if (addressedTo(report, person, ["judge"])) roles.push("judge");
  if (oversees) roles.push("overseer");
  return roles;
};
