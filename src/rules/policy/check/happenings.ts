import { readValue } from "../../engine/facts.ts";
import type { Piece } from "../files.ts";
import { insteadOf } from "../nearest.ts";
import type { Fault, Path } from "../source.ts";
import { checkCondition } from "./conditions.ts";
import { faultAt, keyFaultAt, unknownWord } from "./context.ts";
import type { Context } from "./context.ts";
import { wordsFor } from "./duties.ts";

type Happening = Context["pieces"]["happenings"][number];

/** Words that what can happen on a case names and nothing declares, and rules about records that fit no happening. */
export const checkHappenings = (context: Context): readonly Fault[] => [
  ...context.pieces.happenings.flatMap((piece) => [
    ...checkKeeps(piece, context),
    ...checkAsked(piece, context),
    ...checkByItself(piece, context),
    ...checkReports(piece, context),
    ...checkByReport(piece, context),
    ...checkChoices(piece, context),
    ...checkConfirmed(piece, context),
  ]),
  ...context.pieces.dutyKinds.flatMap((piece) => checkKind(piece, context)),
  ...context.clauses.flatMap((written) => checkHolds(written, context)),
];

const isMoment = (type: string | undefined): boolean => type === "date" || type === "instant";

const checkMoment = (piece: Piece<unknown>, path: Path, fact: string, { vocabulary }: Context): readonly Fault[] => {
  const unknown = unknownWord(piece, path, fact, "fact of a case", Object.keys(vocabulary.caseFacts));
  if (unknown.length > 0 || isMoment(vocabulary.caseFacts[fact]?.type)) return unknown;
  return [faultAt(piece, path, `${fact} is neither an instant nor a date`, "name a fact that is")];
};

const checkKeeps = (piece: Happening, context: Context): readonly Fault[] =>
  piece.value.keeps === undefined ? [] : checkMoment(piece, ["keeps"], piece.value.keeps, context);

const checkAsked = (piece: Happening, { vocabulary }: Context): readonly Fault[] => {
  const known = [...Object.keys(vocabulary.caseFacts), ...Object.keys(vocabulary.facts)];
  return piece.value.facts.flatMap((fact, index) => unknownWord(piece, ["facts", index], fact, "fact", known));
};

const checkByItself = (piece: Happening, context: Context): readonly Fault[] => {
  const { byItself } = piece.value;
  if (byItself === undefined) return [];
  if ("overdue" in byItself) return byItself.overdue.flatMap((name, index) => overdue(piece, name, index, context));
  return [
    ...Object.entries(byItself.holds).flatMap(([fact, value]) => checkHeld(piece, fact, value, context)),
    ...byItself.since.flatMap((fact, index) => checkMoment(piece, ["byItself", "since", index], fact, context)),
  ];
};

const overdue = (piece: Happening, name: string, index: number, { vocabulary }: Context): readonly Fault[] => {
  const path = ["byItself", "overdue", index];
  if (name === piece.name) return [faultAt(piece, path, "a happening cannot wait for itself", "remove it")];
  return unknownWord(piece, path, name, "happening", Object.keys(vocabulary.happenings));
};

const checkHeld = (piece: Happening, fact: string, value: unknown, { vocabulary }: Context): readonly Fault[] => {
  const path = ["byItself", "holds", fact];
  const definition = vocabulary.caseFacts[fact];
  const known = Object.keys(vocabulary.caseFacts);
  if (!definition) return [keyFaultAt(piece, path, `${fact} is not a known fact of a case`, insteadOf(fact, known))];
  const read = readValue(fact, definition, value);
  if (!("fault" in read)) return [];
  const [wrong = "", instead = ""] = read.fault.split(/: (.*)/s);
  return [faultAt(piece, path, wrong, instead)];
};

const checkReports = (piece: Happening, { vocabulary }: Context): readonly Fault[] =>
  piece.value.reports === undefined
    ? []
    : unknownWord(piece, ["reports"], piece.value.reports, "event", Object.keys(vocabulary.events));

const checkByReport = (piece: Happening, { vocabulary }: Context): readonly Fault[] => {
  const { byReport } = piece.value;
  if (byReport === undefined || byReport === "any") return [];
  const known = Object.keys(vocabulary.events);
  return byReport.flatMap((event, index) => unknownWord(piece, ["byReport", index], event, "event", known));
};

const checkChoices = (piece: Happening, { vocabulary }: Context): readonly Fault[] =>
  (["moves", "spacesOut"] as const).flatMap((key) =>
    (piece.value[key] ?? []).flatMap((name, index) =>
      name === piece.name
        ? [faultAt(piece, [key, index], "a happening cannot be about itself", "remove it")]
        : unknownWord(piece, [key, index], name, "happening", Object.keys(vocabulary.happenings)),
    ),
  );

const checkConfirmed = (piece: Happening, { vocabulary }: Context): readonly Fault[] => {
  const by = piece.value.record?.confirmedBy;
  if (by === undefined) return [];
  const path = ["record", "confirmedBy"];
  if (by === piece.name) return [faultAt(piece, path, "a record does not confirm itself", "remove it")];
  return unknownWord(piece, path, by, "happening", Object.keys(vocabulary.happenings));
};

const checkKind = (piece: Context["pieces"]["dutyKinds"][number], { vocabulary }: Context): readonly Fault[] =>
  piece.value.metBy.flatMap((name, index) =>
    unknownWord(piece, ["metBy", index], name, "happening", Object.keys(vocabulary.happenings)),
  );

const checkHolds = (written: Context["clauses"][number], { vocabulary }: Context): readonly Fault[] => {
  const { holds } = written.value;
  if (holds === undefined) return [];
  const ids = holds.headings.map(({ id }) => id);
  return [
    ...holds.records.flatMap((name, index) =>
      unknownWord(written, ["holds", "records", index], name, "happening", Object.keys(vocabulary.happenings)),
    ),
    ...(holds.when === undefined
      ? []
      : checkCondition(written, ["holds", "when"], holds.when, wordsFor({ on: holds.records }, vocabulary), null)),
    ...ids.flatMap((id, index) =>
      ids.indexOf(id) === index
        ? []
        : [faultAt(written, ["holds", "headings", index, "id"], `${id} is there twice`, "keep one of the two")],
    ),
  ];
};
