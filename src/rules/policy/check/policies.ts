import { isLondonDate } from "../../../time/london.ts";
import { eventsOfClause } from "../clause.ts";
import type { Piece } from "../files.ts";
import { insteadOf } from "../nearest.ts";
import type { InForce } from "../schema.ts";
import type { Fault } from "../source.ts";
import { faultAt, keyFaultAt, unknownWord } from "./context.ts";
import type { Context, WrittenClause } from "./context.ts";

/** What is wrong between policies and between clauses: ids, dates, references, folders without a policy. */
export const checkPolicies = (context: Context): readonly Fault[] => [
  ...homeless(context),
  ...context.pieces.policies.flatMap((piece) => [...checkDates(piece, piece.value.inForce), ...checkFolder(piece)]),
  ...overlapping(context.pieces.policies.map((piece) => dated(piece, piece.value.id, piece.value.inForce))),
  ...context.clauses.flatMap((written) => [
    ...checkOwnDates(written),
    ...checkUnless(written, context),
    ...checkExcept(written, context),
  ]),
  ...context.pieces.phrases.flatMap((piece) => checkPhrases(piece, context)),
  ...overlapping(context.clauses.map((written) => dated(written, written.value.id, written.clause.inForce))),
];

/** Worth a look, though nothing is broken. */
export const policyWarnings = (context: Context): readonly Fault[] => [...untold(context), ...unproved(context)];

const homeless = ({ pieces }: Context): readonly Fault[] => {
  const homes = new Set([...pieces.policies.map(({ folder }) => folder), ...pieces.broken]);
  const strays = pieces.clauses.filter(({ folder }) => !homes.has(folder));
  return [...Map.groupBy(strays, ({ source }) => source).values()].flatMap(([first]) =>
    first
      ? [first.source.fault([], "there is no readable policy.yaml beside this file", "write policy.yaml first")]
      : [],
  );
};

const checkFolder = (piece: Context["pieces"]["policies"][number]): readonly Fault[] => {
  const folder = piece.folder.split("/").at(-1) ?? "";
  return folder === "" || folder === "." || folder === piece.value.id
    ? []
    : [
        faultAt(
          piece,
          ["id"],
          `policy ${piece.value.id} stands in folder ${folder}`,
          `name the folder ${piece.value.id}`,
        ),
      ];
};

const checkDates = (piece: Piece<unknown>, { from, to }: InForce): readonly Fault[] => {
  const bad = ([["from", from], ...(to === undefined ? [] : [["to", to]])] as const).filter(
    ([, date = ""]) => !isLondonDate(date),
  );
  if (bad.length > 0)
    return bad.map(([key = "", date = ""]) =>
      faultAt(piece, ["inForce", key], `there is no ${date}`, "write a date that exists, like 2026-03-31"),
    );
  return to !== undefined && to <= from
    ? [faultAt(piece, ["inForce", "to"], `it ends on ${to}, before it begins`, `write a date after ${from}`)]
    : [];
};

/** A clause's own dates must be real and lie within its policy's, or it is never in force. */
const checkOwnDates = (written: WrittenClause): readonly Fault[] => {
  const { inForce: own } = written.value;
  if (!own) return [];
  const faults = checkDates(written, own);
  const { from, to } = written.policy.inForce;
  const apart = (to !== undefined && own.from >= to) || (own.to !== undefined && own.to <= from);
  if (faults.length > 0 || !apart) return faults;
  return [
    keyFaultAt(
      written,
      ["inForce"],
      `${written.value.id} is never in force: its policy runs from ${from}${to === undefined ? "" : ` to ${to}`}`,
      "write dates within the policy's",
    ),
  ];
};

const checkUnless = (written: WrittenClause, { clauses }: Context): readonly Fault[] => {
  const ids = clauses.filter(({ folder }) => folder === written.folder).map(({ value }) => value.id);
  return (written.value.unless ?? []).flatMap((id, index) => {
    const path = ["unless", index];
    if (id === written.value.id) return [faultAt(written, path, "a clause cannot give way to itself", "remove it")];
    return ids.includes(id) ? [] : [faultAt(written, path, `${id} is not a clause of this policy`, insteadOf(id, ids))];
  });
};

/** What never waits for a judgement is of the same document. */
const checkExcept = (written: WrittenClause, { clauses }: Context): readonly Fault[] => {
  const ids = clauses.filter(({ folder }) => folder === written.folder).map(({ value }) => value.id);
  return (written.value.judgement?.except ?? []).flatMap((id, index) =>
    ids.includes(id)
      ? []
      : [faultAt(written, ["judgement", "except", index], `${id} is not a clause of this policy`, insteadOf(id, ids))],
  );
};

/** Ways of saying are kept by clause, and name the event that the clause is on. */
const checkPhrases = (piece: Context["pieces"]["phrases"][number], context: Context): readonly Fault[] => {
  const own = new Map(
    context.clauses.filter(({ folder }) => folder === piece.folder).map(({ clause }) => [clause.id, clause]),
  );
  return Object.entries(piece.value).flatMap(([id, { event }]) => {
    const clause = own.get(id);
    if (!clause)
      return [keyFaultAt(piece, [id], `${id} is not a clause of this policy`, insteadOf(id, [...own.keys()]))];
    const events = eventsOfClause(clause);
    if (events.some((each) => !context.vocabulary.events[each])) return [];
    // A duty is on no event of a report: the words for what starts it lead to the report that tells of the same thing.
    const known = clause.duty === undefined ? [...events] : Object.keys(context.vocabulary.events);
    return unknownWord(piece, [id, "event"], event, `event of ${id}`, known);
  });
};

interface Dated {
  readonly piece: Piece<unknown>;
  readonly id: string;
  readonly inForce: InForce;
}

const dated = (piece: Piece<unknown>, id: string, inForce: InForce): Dated => ({ piece, id, inForce });

const forever = "9999-12-31";

/** An id may come again only with dates that do not overlap. */
const overlapping = (all: readonly Dated[]): readonly Fault[] =>
  [...Map.groupBy(all, ({ id }) => id).values()].flatMap((same) =>
    same.flatMap((later, index) => {
      const before = same
        .slice(0, index)
        .find(({ inForce: a }) => a.from < (later.inForce.to ?? forever) && later.inForce.from < (a.to ?? forever));
      if (!before) return [];
      const where = before.piece.source.fault([...before.piece.path, "id"], "", "");
      const wrong = `${later.id} is already in force on the same dates (${where.file}:${String(where.line)})`;
      return [faultAt(later.piece, ["id"], wrong, "give it another id, or in-force dates that do not overlap")];
    }),
  );

const untold = ({ pieces, clauses }: Context): readonly Fault[] => {
  if (clauses.length === 0) return [];
  const caught = new Set(clauses.flatMap(({ clause }) => eventsOfClause(clause)));
  return pieces.events
    .filter(({ name }) => !caught.has(name))
    .map((piece) =>
      keyFaultAt(piece, [], `no clause is on the event ${piece.name}`, "write on: in a clause, or remove it"),
    );
};

/** A notify clause needs an example; a duty with a clock needs two, one of them on an awkward day. */
const unproved = ({ clauses }: Context): readonly Fault[] =>
  clauses
    .filter(({ mended }) => !mended)
    .flatMap((written) => {
      const { id, kind, duty, examples } = written.value;
      if (kind === "notify" && examples.length === 0)
        return [faultAt(written, ["id"], `${id} has no example`, "write examples: with at least one")];
      const limited = duty !== undefined && !(duty.clock !== undefined && "noLimit" in duty.clock);
      return limited && examples.length < 2
        ? [faultAt(written, ["id"], `${id} has fewer than two examples`, "write one more under examples:")]
        : [];
    });
