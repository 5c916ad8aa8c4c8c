import type { FactDefinition, Vocabulary } from "../../../domain/vocabulary.ts";
import type { Clock } from "../../clock.ts";
import type { Condition } from "../condition.ts";
import type { DutySource } from "../duty-schema.ts";
import type { Fault, Path } from "../source.ts";
import { canHold, checkCondition } from "./conditions.ts";
import { faultAt, keyFaultAt, unknownWord } from "./context.ts";
import type { Context, WrittenClause } from "./context.ts";

/** What is wrong with when a duty must be done, apart from its neighbours. Nothing for a clause without one. */
export const checkDuty = (written: WrittenClause, context: Context): readonly Fault[] => {
  const { duty } = written.value;
  if (duty === undefined) return [];
  const words = wordsFor(duty, context.vocabulary);
  return [
    ...checkHappenings(written, duty, context),
    ...momentsOf(duty).flatMap(([path, fact]) => checkMoment(written, path, fact, words)),
    ...conditionsOf(duty).flatMap(([path, condition]) => checkWhen(written, path, condition, words)),
    ...(written.mended ? [] : [...checkClocks(written, duty, context), ...checkNeighbours(written)]),
  ];
};

/** The facts that a duty may speak of: those of a case, and those that the happenings which start it ask. */
export const wordsFor = ({ on }: Pick<DutySource, "on">, vocabulary: Vocabulary): Vocabulary => {
  const asked = listed(on).flatMap((name) => vocabulary.happenings[name]?.facts ?? []);
  const own = Object.entries(vocabulary.facts).filter(([name]) => asked.includes(name));
  return { ...vocabulary, facts: { ...Object.fromEntries(own), ...vocabulary.caseFacts } };
};

const listed = (one: string | readonly string[] | undefined): readonly string[] => [one ?? []].flat();

const placeOf = (key: string, value: unknown, index: number): Path =>
  Array.isArray(value) ? ["duty", key, index] : ["duty", key];

const checkHappenings = (written: WrittenClause, duty: DutySource, { vocabulary }: Context): readonly Fault[] => {
  const known = Object.keys(vocabulary.happenings);
  return (["on", "metBy", "endedBy"] as const).flatMap((key) =>
    listed(duty[key]).flatMap((name, index) =>
      unknownWord(written, placeOf(key, duty[key], index), name, "happening", known),
    ),
  );
};

type Named = readonly [path: Path, fact: string];

/** Every fact from which something counts, or until which something lasts. */
const momentsOf = (duty: DutySource): readonly Named[] => [
  ...listed(duty.from).map((fact, index): Named => [placeOf("from", duty.from, index), fact]),
  ...(duty.phases ?? []).flatMap(({ until }, index): readonly Named[] => {
    const path = ["duty", "phases", index, "until"];
    if (until === undefined || until === "first-done") return [];
    return typeof until === "string" ? [[path, until]] : [[[...path, "after"], until.after]];
  }),
];

const checkMoment = (written: WrittenClause, path: Path, fact: string, { facts }: Vocabulary): readonly Fault[] => {
  const unknown = unknownWord(written, path, fact, "fact of a case", Object.keys(facts));
  if (unknown.length > 0) return unknown;
  if (isMoment(facts[fact])) return [];
  const moments = Object.keys(facts).filter((name) => isMoment(facts[name]));
  return [
    faultAt(
      written,
      path,
      `${fact} is neither an instant nor a date`,
      `write ${moments.slice(0, 6).join(", ")} or another that is`,
    ),
  ];
};

const isMoment = (fact: FactDefinition | undefined): boolean => fact?.type === "instant" || fact?.type === "date";

const conditionsOf = ({ when, phases = [] }: DutySource): readonly (readonly [Path, Condition])[] => [
  ...(when === undefined ? [] : [[["duty", "when"], when] as const]),
  ...phases.flatMap((phase, index) =>
    phase.when === undefined ? [] : [[["duty", "phases", index, "when"], phase.when] as const],
  ),
];

const checkWhen = (written: WrittenClause, path: Path, condition: Condition, words: Vocabulary): readonly Fault[] => {
  const faults = checkCondition(written, path, condition, words, null);
  if (faults.length > 0 || written.mended || canHold(condition, words)) return faults;
  return [
    keyFaultAt(
      written,
      path,
      `${written.value.id} can never apply: no facts meet this condition`,
      "use any: where one of several is enough, or in: […]",
    ),
  ];
};

const again = ["everyWeeks", "everyMonths", "everyShifts", "timesAYear", "lastWorkingDayOf"] as const;
const ofPeriods = ["timesAYear", "lastWorkingDayOf"] as const;

/** Whether a clock starts anew whenever the duty has been done. */
export const comesAgain = (clock: Clock): boolean => again.some((kind) => kind in clock);

const checkClocks = (written: WrittenClause, duty: DutySource, context: Context): readonly Fault[] => {
  const { each, on, clock } = duty;
  const kinds = (["clock", "phases", "checkpoints"] as const).filter((key) => duty[key] !== undefined);
  const [first, second] = kinds;
  if (first === undefined)
    return [
      keyFaultAt(
        written,
        ["duty"],
        "this duty has no limit of any kind",
        "write clock: …, or clock: { noLimit: true }",
      ),
    ];
  if (second !== undefined)
    return [keyFaultAt(written, ["duty", second], `${second} stands beside ${first}`, "keep one of the two")];
  if (on !== undefined && (duty.phases !== undefined || (clock !== undefined && comesAgain(clock))))
    return [
      keyFaultAt(
        written,
        ["duty", first],
        "what a happening starts is done once, and this comes again",
        "remove on:, or write a clock like withinWeeks: 6",
      ),
    ];
  if (each === "post" && !(clock !== undefined && ofPeriods.some((kind) => kind in clock)))
    return [
      keyFaultAt(
        written,
        ["duty", first],
        "a duty of a post needs a clock of a period",
        "write clock: { lastWorkingDayOf: month } or { timesAYear: 4 }",
      ),
    ];
  return clock === undefined ? [] : checkShifts(written, clock, context);
};

const checkShifts = (written: WrittenClause, clock: Clock, { vocabulary }: Context): readonly Fault[] => {
  if (!("everyShifts" in clock)) return [];
  const path = ["duty", "clock", "worked"];
  return unknownWord(written, path, clock.worked, "happening", Object.keys(vocabulary.happenings));
};

const checkNeighbours = (written: WrittenClause): readonly Fault[] => {
  const { value } = written;
  const [clash] = (["on", "when", "anchor", "clock", "endedBy", "limbs"] as const).filter(
    (key) => value[key] !== undefined,
  );
  const faults: Fault[] = [];
  if (clash)
    faults.push(keyFaultAt(written, [clash], `${clash} stands beside duty`, `move ${clash} into duty, or remove it`));
  if (value.kind !== "duty" && value.kind !== "meeting")
    faults.push(
      keyFaultAt(written, ["duty"], `a clause of the kind ${value.kind} has a duty`, "write kind: duty, or remove it"),
    );
  return faults;
};
