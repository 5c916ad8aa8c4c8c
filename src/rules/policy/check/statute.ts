import { clockInWords } from "../../clock.ts";
import type { Clock } from "../../clock.ts";
import type { Condition } from "../condition.ts";
import type { Piece } from "../files.ts";
import type { Fault, Path } from "../source.ts";
import type { Stage, StatuteSource } from "../statute-schema.ts";
import { canHold, checkCondition } from "./conditions.ts";
import { faultAt, unknownWord } from "./context.ts";
import type { Context, WrittenClause } from "./context.ts";
import { comesAgain, wordsFor } from "./duties.ts";
import { looserFrom } from "./looser.ts";

/** What is wrong in `statute.yaml` itself. */
export const checkStatute = (context: Context): readonly Fault[] =>
  context.pieces.statute.flatMap((piece, index, all) => [
    ...twice(piece, all.slice(0, index)),
    ...checkAbout(piece, context),
  ]);

type Law = Piece<StatuteSource>;

const twice = (piece: Law, before: readonly Law[]): readonly Fault[] =>
  before.some(({ value }) => value.id === piece.value.id)
    ? [faultAt(piece, ["id"], `${piece.value.id} is there already`, "give it another id, or remove one of the two")]
    : [];

const listed = (one: string | readonly string[] | undefined): readonly string[] => [one ?? []].flat();

const checkAbout = (piece: Law, { vocabulary }: Context): readonly Fault[] => {
  const { about } = piece.value;
  const known = Object.keys(vocabulary.happenings);
  if (about.metBy === undefined && about.considers === undefined)
    return [faultAt(piece, ["about"], "no clause can be about this", "write metBy: and a happening")];
  return [
    ...(["metBy", "startedBy"] as const).flatMap((key) =>
      listed(about[key]).flatMap((name, index) => {
        const at = Array.isArray(about[key]) ? ["about", key, index] : ["about", key];
        return unknownWord(piece, at, name, "happening", known);
      }),
    ),
    ...(about.when ? checkCondition(piece, ["about", "when"], about.when, wordsFor({}, vocabulary), null) : []),
  ];
};

/** Clauses that allow more time than the law does for the same thing. Worth a look: what a council decides stays its own. */
export const statuteWarnings = (context: Context): readonly Fault[] =>
  context.clauses
    .filter(({ mended }) => !mended)
    .flatMap((written) => context.pieces.statute.flatMap((law) => checkAgainst(written, law, context)));

const checkAgainst = (written: WrittenClause, { value: law }: Law, context: Context): readonly Fault[] => {
  const clocks = [...dutyClocks(written, law, context), ...consideredClocks(written, law)];
  return clocks.flatMap(({ path, clock }) => {
    const from = looserFrom(clock, law.clock, context.hours);
    return from === null ? [] : [faultAt(written, path, ...said(written.value.id, law, from))];
  });
};

const said = (
  id: string,
  { id: law, words, source, clock, uncertain }: StatuteSource,
  from: string,
): [string, string] => {
  const doubt = uncertain === undefined ? "" : ` (${uncertain})`;
  return [
    `${id} allows more time than the law, counted from ${from} for example: ${law}, ${source}, says “${words}”${doubt}`,
    `write a clock that allows no more than “${clockInWords(clock)}”`,
  ];
};

interface Timed {
  readonly path: Path;
  readonly clock: Clock;
  readonly stage: Stage;
  readonly when?: Condition | undefined;
}

/** The clocks of a duty that is about the same thing. */
const dutyClocks = (
  { value: { duty } }: WrittenClause,
  { about }: StatuteSource,
  { vocabulary }: Context,
): readonly Timed[] => {
  if (duty === undefined || !meet(duty.metBy, about.metBy)) return [];
  if (about.startedBy !== undefined && !meet(duty.on, about.startedBy)) return [];
  const words = wordsFor(duty, vocabulary);
  return timesOf(duty)
    .filter(({ stage }) => about.stage === undefined || stage === about.stage)
    .filter(({ when }) => canHold({ all: [duty.when ?? [], when ?? [], about.when ?? []].flat() }, words));
};

const meet = (one: string | readonly string[] | undefined, other: string | readonly string[] | undefined): boolean =>
  listed(one).some((each) => listed(other).includes(each));

/** Of several checkpoints the last one ends it. */
const timesOf = ({
  clock,
  phases = [],
  checkpoints = [],
}: NonNullable<WrittenClause["value"]["duty"]>): readonly Timed[] => {
  const last = checkpoints.length - 1;
  const end = checkpoints[last];
  return [
    ...(clock === undefined ? [] : [{ path: ["duty", "clock"], clock, stage: stageOf(comesAgain(clock)) }]),
    ...phases.map(({ clock: own, until, when }, index) => ({
      path: ["duty", "phases", index, "clock"],
      clock: own,
      stage: stageOf(until !== "first-done"),
      when,
    })),
    ...(end === undefined
      ? []
      : [{ path: ["duty", "checkpoints", last, "clock"], clock: end.clock, stage: stageOf(false) }]),
  ];
};

const stageOf = (again: boolean): Stage => (again ? "later" : "first");

/** What a notify clause suggests, where it names a clock that counts from the clause's own anchor. */
const consideredClocks = (
  { value }: WrittenClause,
  { about: { considers } }: StatuteSource,
): readonly Pick<Timed, "path" | "clock">[] =>
  considers === undefined
    ? []
    : value.alsoConsider.flatMap(({ what, clock }, index) =>
        clock !== undefined && what.includes(considers) ? [{ path: ["alsoConsider", index, "clock"], clock }] : [],
      );
