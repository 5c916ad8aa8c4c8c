import type { Council } from "../../../domain/council.ts";
import { composeClauses, isTaken, usedPolicies, winnersOf } from "../../composition.ts";
import type { UsedPolicy } from "../../composition.ts";
import type { Clause, Policy } from "../clause.ts";
import type { Piece } from "../files.ts";
import { either, insteadOf } from "../nearest.ts";
import type { Fault, Path } from "../source.ts";
import { faultAt, keyFaultAt } from "./context.ts";
import type { Context } from "./context.ts";
import { isLooser } from "./looser.ts";

type CouncilPiece = Piece<Council>;

/** What a council file says of policies and clauses that does not fit them. */
export const checkComposition = (piece: CouncilPiece, context: Context): readonly Fault[] => [
  ...usedPolicies(piece.value).flatMap((used, index) => checkUsed(piece, used, index, context)),
  ...piece.value.overlaps.flatMap((_overlap, index) => checkOverlap(piece, index, context)),
];

const policyIds = ({ pieces }: Context): readonly string[] => [
  ...new Set(pieces.policies.map(({ value }) => value.id)),
];

const clausesOf = ({ clauses }: Context, policy: string): readonly string[] => [
  ...new Set(clauses.filter((written) => written.policy.id === policy).map(({ value }) => value.id)),
];

const checkUsed = (piece: CouncilPiece, used: UsedPolicy, index: number, context: Context): readonly Fault[] => {
  const written = piece.value.policies[index];
  const path: Path = typeof written === "string" ? ["policies", index] : ["policies", index, "id"];
  const known = policyIds(context);
  if (!known.includes(used.id))
    return [faultAt(piece, path, `there is no policy ${used.id}`, insteadOf(used.id, known))];
  const again = usedPolicies(piece.value).findIndex(({ id }) => id === used.id) < index;
  return [
    ...(again ? [faultAt(piece, path, `${used.id} is used twice`, "keep one of the two")] : []),
    ...(used.only && used.except
      ? [keyFaultAt(piece, ["policies", index, "except"], "except stands beside only", "keep one of the two")]
      : []),
    ...(["only", "except"] as const).flatMap((key) =>
      (used[key] ?? []).flatMap((id, at) => {
        const own = clausesOf(context, used.id);
        return own.includes(id)
          ? []
          : [faultAt(piece, ["policies", index, key, at], `${id} is not a clause of ${used.id}`, insteadOf(id, own))];
      }),
    ),
  ];
};

/** Every clause of the policies that a council names, and whether it takes it. */
const takenBy = (piece: CouncilPiece, context: Context): ReadonlyMap<string, boolean> =>
  new Map(
    usedPolicies(piece.value).flatMap((used) =>
      clausesOf(context, used.id).map((id) => [id, isTaken(used, id)] as const),
    ),
  );

const checkOverlap = (piece: CouncilPiece, index: number, context: Context): readonly Fault[] => {
  const overlap = piece.value.overlaps[index];
  if (overlap === undefined) return [];
  const { clauses } = overlap;
  const taken = takenBy(piece, context);
  const known = [...taken].flatMap(([id, is]) => (is ? [id] : []));
  return [
    ...clauses.flatMap((id, at) => {
      const path = ["overlaps", index, "clauses", at];
      if (clauses.indexOf(id) < at) return [faultAt(piece, path, `${id} is there twice`, "keep one of the two")];
      if (taken.get(id) === true) return [];
      return taken.has(id)
        ? [faultAt(piece, path, `${id} is left out under policies`, `remove ${id} here, or take it there`)]
        : [faultAt(piece, path, `${id} is not a clause that this council uses`, insteadOf(id, known))];
    }),
    ...checkWinners(piece, index),
  ];
};

const checkWinners = (piece: CouncilPiece, index: number): readonly Fault[] => {
  const { overlaps } = piece.value;
  const overlap = overlaps[index];
  if (overlap === undefined) return [];
  const winners = winnersOf(overlap);
  const at = (place: number): Path => ["overlaps", index, "wins", ...(Array.isArray(overlap.wins) ? [place] : [])];
  const strangers = winners.flatMap((id, place) =>
    overlap.clauses.includes(id)
      ? []
      : [faultAt(piece, at(place), `${id} wins and is not among the clauses`, `write ${either(overlap.clauses)}`)],
  );
  const losers = winners.flatMap((id, place) => {
    const other = overlaps.findIndex((each) => each.clauses.includes(id) && !winnersOf(each).includes(id));
    if (other < 0 || other === index) return [];
    const { line } = piece.source.fault(["overlaps", other], "", "");
    const wrong = `${id} wins here and loses on line ${String(line)}, so nothing would hold`;
    return [faultAt(piece, at(place), wrong, "let it win in both, or name another winner")];
  });
  return [...strangers, ...losers];
};

/** A clause that the law sets and that gives way to one which allows more time. */
export const compositionWarnings = (piece: CouncilPiece, context: Context): readonly Fault[] => {
  const byId = Map.groupBy(context.clauses, ({ clause }) => clause.id);
  const of = (id: string): readonly Clause[] => (byId.get(id) ?? []).map(({ clause }) => clause);
  return piece.value.overlaps.flatMap((overlap, index) => {
    const winners = winnersOf(overlap).flatMap(of);
    const losers = overlap.clauses.flatMap((id, at) => (winnersOf(overlap).includes(id) ? [] : [{ id, at }]));
    return losers.flatMap(({ id, at }) => {
      const looser = of(id)
        .filter(({ statutory }) => statutory)
        .flatMap((lost) => winners.filter((won) => isLooser(won, lost, context.hours)));
      const [won] = looser;
      if (won === undefined) return [];
      const path = ["overlaps", index, "clauses", at];
      const wrong = `${id} is in the law, and gives way to ${won.id}, which allows more time`;
      return [faultAt(piece, path, wrong, `let ${id} win, or give ${won.id} a clock that is no longer`)];
    });
  });
};

/** The ids of the clauses that are in use once the council's choices are made. */
export const inUseBy = (piece: CouncilPiece, { clauses }: Context): ReadonlySet<string> => {
  const policies = usedPolicies(piece.value).map(({ id }): Pick<Policy, "id" | "clauses"> => ({
    id,
    clauses: clauses.filter(({ policy }) => policy.id === id).map(({ clause }) => clause),
  }));
  return new Set(composeClauses(piece.value, policies).inUse.map(({ id }) => id));
};
