import type { Clock } from "./clock.ts";
import { clockInWords } from "./clock.ts";
import { conditionInWords } from "./condition-words.ts";
import type { Clause, Loaded } from "./policy/clause.ts";
import type { DutySource } from "./policy/duty-schema.ts";
import type { InviteSource, MeetingSource } from "./policy/meeting-schema.ts";
import { either } from "./policy/nearest.ts";
import type { RecordRuleSource } from "./policy/record-schema.ts";

/** What the page of a policy needs to know of the vocabulary; without agencies they are shown by their ids. */
export type Words = Pick<Loaded, "vocabulary" | "posts"> & Partial<Pick<Loaded, "agencies">>;

const listOf = (one: string | readonly string[] | undefined): readonly string[] =>
  one === undefined ? [] : [one].flat();

const happenings = (ids: string | readonly string[] | undefined, { vocabulary }: Words): readonly string[] =>
  listOf(ids).map((id) => vocabulary.happenings[id]?.title ?? id);

/** Case facts first: a duty and a meeting are about a case. */
const factsOf = ({ vocabulary }: Words): Loaded["vocabulary"]["facts"] => ({
  ...vocabulary.facts,
  ...vocabulary.caseFacts,
});

const subjects = {
  case: "Each case",
  worker: "Each worker",
  post: "The post itself",
} as const satisfies Record<DutySource["each"], string>;

/** "Each case: not “Status” *Closed*" and "Met by: Supervision was held": what starts a duty and what meets it, a line each. */
export const dutyApplies = ({ each, on, when, metBy, endedBy }: DutySource, words: Words): readonly string[] => {
  const started = happenings(on, words).join("; or ");
  const start = started === "" ? subjects[each] : started;
  return [
    when === undefined ? start : `${start}: ${conditionInWords(when, factsOf(words))}`,
    ...(metBy === undefined ? [] : [`Met by: ${happenings(metBy, words).join("; or ")}`]),
    ...(endedBy === undefined ? [] : [`Ended by: ${happenings(endedBy, words).join("; or ")}`]),
  ];
};

/** "every 8 weeks, counted from when it was last done": each of a duty's clocks, and where it starts. */
export const dutyClocks = (duty: DutySource, words: Words): readonly string[] => {
  const { clock, phases = [], checkpoints = [] } = duty;
  const stages = [...phases, ...checkpoints].map((stage) => `${stage.says}: ${clockInWords(stage.clock)}`);
  const own: readonly string[] = clock === undefined || "noLimit" in clock ? [] : [clockInWords(clock)];
  const all = [...own, ...stages];
  return all.length === 0 ? [] : [all.join("; then ") + countedFrom(duty, words)];
};

const comesAgain = (clock: Clock | undefined): boolean =>
  clock !== undefined && ("everyWeeks" in clock || "everyMonths" in clock);

const countedFrom = ({ on, from, clock, phases }: DutySource, words: Words): string => {
  const facts = factsOf(words);
  const first = listOf(from).map((fact) => `“${facts[fact]?.asks ?? fact}”`);
  const start = first.length > 1 ? `the latest of ${first.join(", ")}` : first.join("");
  const again = on === undefined && (comesAgain(clock) || phases !== undefined);
  if (again)
    return `, counted from when it was last done${start === "" ? "" : `; before the first time, from ${start}`}`;
  if (start !== "") return `, counted from: ${start}`;
  return on === undefined ? "" : ", counted from when it happened";
};

/** Who chairs, who comes and what else a clause says about a meeting, a line each. */
const meetingLines = (meeting: MeetingSource, words: Words): readonly string[] => {
  const { when, chair, invites = [], quorum = [], form, withoutMeeting, agenda = [], asks = [] } = meeting;
  const posts = (ids: string | readonly string[]): string => either(listOf(ids).map((id) => words.posts[id] ?? id));
  const agency = (id: string): string => words.agencies?.[id] ?? id;
  const facts = factsOf(words);
  const invited = (one: InviteSource): string =>
    one.when === undefined ? agency(one.agency) : `${agency(one.agency)}, when ${conditionInWords(one.when, facts)}`;
  return [
    ...(when === undefined ? [] : [`Holds when ${conditionInWords(when, facts)}`]),
    ...(chair === undefined ? [] : [`Chair: ${posts(chair)}`]),
    ...(invites.length === 0 ? [] : [`Comes: ${invites.map(invited).join("; ")}`]),
    ...(quorum.length === 0 ? [] : [`Not without: ${quorum.map(agency).join("; ")}`]),
    ...(form === undefined ? [] : ["In Teams where possible"]),
    ...(withoutMeeting === undefined ? [] : [`Without a meeting: authorised by ${posts(withoutMeeting.authorisedBy)}`]),
    ...(agenda.length === 0 ? [] : [`Agenda: ${agenda.join("; ")}`]),
    ...(asks.length === 0 ? [] : [`Asked: ${asks.join(" ")}`]),
  ];
};

const headed = ({ title, under }: RecordRuleSource["headings"][number]): string =>
  under === undefined ? title : `${under}: ${title}`;

/** What a record must hold: its headings, its actions, and what is no timescale. */
const recordLines = ({ when, headings, actions, noTimescales }: RecordRuleSource, words: Words): readonly string[] => [
  ...(when === undefined ? [] : [`Holds when ${conditionInWords(when, factsOf(words))}`]),
  ...(headings.length === 0 ? [] : [`Headings: ${headings.map(headed).join("; ")}`]),
  ...(actions === true ? ["Actions: what, who and by when"] : []),
  ...(noTimescales.length === 0 ? [] : [`No timescale: ${noTimescales.join(", ")}`]),
];

/** What a clause says about a meeting and a record, and nothing for one that says neither. */
export const caseLines = ({ meeting, holds }: Pick<Clause, "meeting" | "holds">, words: Words): readonly string[] => [
  ...(meeting === undefined ? [] : meetingLines(meeting, words)),
  ...(holds === undefined ? [] : recordLines(holds, words)),
];
