import type { Vocabulary } from "../../domain/vocabulary.ts";
import { createCalendar } from "../../time/calendar.ts";
import { defaultHouseRules } from "../rulebook.ts";
import { checkClause } from "./check/clauses.ts";
import { checkCouncils, councilWarnings } from "./check/councils.ts";
import type { Context, WrittenClause } from "./check/context.ts";
import { checkExamples } from "./check/examples.ts";
import { checkMeetings } from "./check/meetings.ts";
import { checkHappenings } from "./check/happenings.ts";
import { checkPolicies, policyWarnings } from "./check/policies.ts";
import { checkStatute, statuteWarnings } from "./check/statute.ts";
import { checkVocabulary } from "./check/vocabulary.ts";
import { clauseOf } from "./clause.ts";
import type { Loaded, Policy } from "./clause.ts";
import { readPieces } from "./files.ts";
import type { Pieces } from "./files.ts";
import type { Fault, SourceFile } from "./source.ts";

/**
 * Reads policies, vocabulary, posts and council files from their texts, and holds everything against everything else.
 * Pure; never throws for what an author wrote. All faults of all files come in one run, by file and line.
 */
export const loadPolicies = (files: readonly SourceFile[]): Loaded => {
  const pieces = readPieces(files);
  const context = contextOf(pieces);
  const byClause = context.clauses.map((written) => ({ written, faults: checkClause(written, context) }));
  const faulty = new Set(byClause.filter(({ faults }) => faults.length > 0).map(({ written }) => written));
  const faults = [
    ...pieces.faults,
    ...checkVocabulary(context),
    ...checkHappenings(context),
    ...checkPolicies(context),
    ...checkCouncils(context),
    ...checkStatute(context),
    ...checkMeetings(context),
    ...byClause.flatMap((each) => each.faults),
    ...checkExamples(context, faulty),
  ];
  return {
    policies: policiesOf(pieces, context.clauses),
    vocabulary: context.vocabulary,
    posts: Object.fromEntries(pieces.posts.flatMap(({ value }) => Object.entries(value.posts))),
    agencies: Object.fromEntries(pieces.meetings.flatMap(({ value }) => Object.entries(value.agencies))),
    ours: pieces.meetings.flatMap(({ value }) => value.ours),
    councils: pieces.councils.map(({ value }) => value),
    faults: inOrder(withoutEchoes(faults, pieces.broken)),
    // Nobody reads them but `check`, and holding every clock against the law takes its time.
    get warnings() {
      return inOrder([...policyWarnings(context), ...councilWarnings(context), ...statuteWarnings(context)]);
    },
  };
};

const contextOf = (pieces: Pieces): Context => {
  const heads = new Map(pieces.policies.map((piece) => [piece.folder, piece.value]));
  return {
    pieces,
    vocabulary: vocabularyOf(pieces),
    posts: pieces.posts.length === 0 ? null : pieces.posts.flatMap(({ value }) => Object.keys(value.posts)),
    clauses: pieces.clauses.flatMap((piece) => {
      const policy = heads.get(piece.folder) ?? unnamed(piece.folder);
      return [{ ...piece, policy, clause: clauseOf(piece.value, policy.id, policy.inForce) }];
    }),
    hours: { calendar: createCalendar(defaultHouseRules), houseRules: defaultHouseRules },
  };
};

/** A folder whose policy.yaml is missing: its clauses are still checked. */
const unnamed = (folder: string): WrittenClause["policy"] => ({
  id: folder.split("/").at(-1) ?? folder,
  title: folder,
  source: folder,
  version: "0",
  inForce: { from: "1900-01-01" },
  kind: "procedure",
});

const vocabularyOf = ({ facts, events, caseFacts, happenings, dutyKinds }: Pieces): Vocabulary => ({
  facts: byName(facts),
  events: byName(events),
  caseFacts: byName(caseFacts),
  happenings: byName(happenings),
  dutyKinds: byName(dutyKinds),
});

const byName = <T>(pieces: readonly { readonly name: string; readonly value: T }[]): Readonly<Record<string, T>> =>
  Object.fromEntries(pieces.map(({ name, value }) => [name, value]));

const policiesOf = (pieces: Pieces, clauses: readonly WrittenClause[]): readonly Policy[] =>
  pieces.policies.map(({ folder, value }) => ({
    ...value,
    clauses: clauses.filter((written) => written.folder === folder).map(({ clause }) => clause),
  }));

/** A word whose own declaration is faulty is not unknown as well. */
const withoutEchoes = (faults: readonly Fault[], broken: readonly string[]): readonly Fault[] => {
  const names = broken.map((name) => name.split("/").at(-1) ?? name);
  const echoes = names.flatMap((name) => [
    `${name} is not a known fact`,
    `${name} is not a known fact of a case`,
    `${name} is not a known happening`,
    `${name} is not a known event`,
    `there is no policy ${name}`,
  ]);
  return faults.filter(({ wrong }) => !echoes.includes(wrong));
};

const inOrder = (faults: readonly Fault[]): readonly Fault[] =>
  faults.toSorted((a, b) => a.file.localeCompare(b.file, "en") || a.line - b.line || a.column - b.column);

/** "policies/x/policy.yaml:3:1: what is wrong: what to write instead" */
export const faultInWords = ({ file, line, column, wrong, instead }: Fault): string =>
  `${file}:${String(line)}:${String(column)}: ${wrong}: ${instead}`;
