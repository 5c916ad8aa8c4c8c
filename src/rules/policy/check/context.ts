import type { Vocabulary } from "../../../domain/vocabulary.ts";
import type { Hours } from "../../engine/timing.ts";
import type { Clause } from "../clause.ts";
import type { Piece, Pieces } from "../files.ts";
import { insteadOf } from "../nearest.ts";
import type { ClauseSource, PolicyHead } from "../schema.ts";
import type { Fault, Path } from "../source.ts";

/** What is declared, by which words are recognised. */
export interface Known {
  readonly vocabulary: Vocabulary;
  /** Null while no file declares posts: any post will do. */
  readonly posts: readonly string[] | null;
}

/** A clause with the place where it is written and the policy it belongs to. */
export interface WrittenClause extends Piece<ClauseSource> {
  readonly clause: Clause;
  readonly policy: PolicyHead;
  readonly folder: string;
}

export interface Context extends Known {
  readonly pieces: Pieces;
  readonly clauses: readonly WrittenClause[];
  readonly hours: Hours;
}

/** Says something about a place inside a piece. */
export const faultAt = (piece: Piece<unknown>, path: Path, wrong: string, instead: string): Fault =>
  piece.source.fault([...piece.path, ...path], wrong, instead);

export const keyFaultAt = (piece: Piece<unknown>, path: Path, wrong: string, instead: string): Fault =>
  piece.source.keyFault([...piece.path, ...path], wrong, instead);

/** Nothing for a known word; otherwise a fault that names the word that was probably meant. */
export const unknownWord = (
  piece: Piece<unknown>,
  path: Path,
  word: string,
  sort: string,
  known: readonly string[],
): readonly Fault[] =>
  known.includes(word) ? [] : [faultAt(piece, path, `${word} is not a known ${sort}`, insteadOf(word, known))];
