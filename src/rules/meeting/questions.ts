import type { ClauseId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/instants.ts";
import type { Answers } from "../../domain/report/facts.ts";
import { factsIn, holds } from "../engine/condition.ts";
import type { FactReader } from "../engine/condition.ts";
import type { Condition } from "../policy/condition.ts";
import { isInForce } from "../rulebook.ts";
import type { Rulebook } from "../rulebook.ts";
import { blocksOfKinds, kindsOf, readerOf } from "./blocks.ts";
import type { MeetingQuestion } from "./types.ts";

/** A fact that a clause looks at. */
interface Use {
  readonly name: string;
  readonly clause: ClauseId;
  readonly counts: boolean;
}

/**
 * What has to be asked of whoever asks for a meeting, by what is known so far; what a clock counts from comes first. Asked
 * again with the answers, it names what has come to matter (when the Head received the request, once it is complex). Facts of
 * the case that the caseload gives are not asked. Pure.
 */
export const meetingQuestions = (
  rulebook: Rulebook,
  need: string,
  answers: Answers,
  caseFacts: Answers,
  asOf: Instant,
): readonly MeetingQuestion[] => {
  const read = readerOf(rulebook, answers, caseFacts);
  const kinds = kindsOf(rulebook, asOf);
  const uses = [...usesOfDuties(rulebook, need, kinds, read, asOf), ...usesOfBlocks(rulebook, kinds, asOf)];
  const own = rulebook.vocabulary.happenings[need]?.facts ?? [];
  const names = [...own, ...uses.map(({ name }) => name).filter((name) => !own.includes(name))];
  const questions = [...new Set(names)]
    .filter((name) => own.includes(name) || caseFacts[name] === undefined)
    .flatMap((name) => questionOf(rulebook, name, uses, own));
  return [...questions.filter(({ counts }) => counts), ...questions.filter(({ counts }) => !counts)];
};

/** What it counts from matters only where its condition may hold; its condition always does. */
const usesOfDuties = (
  { clauses }: Rulebook,
  need: string,
  kinds: readonly string[],
  read: FactReader,
  asOf: Instant,
): readonly Use[] =>
  clauses
    .filter((clause) => isInForce(clause, asOf))
    .flatMap(({ id, duty }): readonly Use[] => {
      if (duty === undefined || ![duty.on ?? []].flat().includes(need)) return [];
      if (![duty.metBy ?? []].flat().some((name) => kinds.includes(name))) return [];
      const from = duty.when === undefined || holds(duty.when, read) !== false ? [duty.from ?? []].flat() : [];
      return [...from.map((name) => ({ name, clause: id, counts: true })), ...usesOf(duty.when, id)];
    });

const usesOf = (condition: Condition | undefined, clause: ClauseId): readonly Use[] =>
  condition === undefined ? [] : factsIn(condition).map((name) => ({ name, clause, counts: false }));

const usesOfBlocks = (rulebook: Rulebook, kinds: readonly string[], asOf: Instant): readonly Use[] =>
  blocksOfKinds(rulebook, kinds, asOf).flatMap(({ clause, meeting }) => [
    ...usesOf(meeting.when, clause.id),
    ...(meeting.invites ?? []).flatMap(({ when }) => usesOf(when, clause.id)),
  ]);

/** What can be worked out is not asked. */
const questionOf = (
  { vocabulary }: Rulebook,
  name: string,
  uses: readonly Use[],
  own: readonly string[],
): readonly MeetingQuestion[] => {
  const used = uses.filter((use) => use.name === name);
  const definition = vocabulary.caseFacts[name] ?? vocabulary.facts[name];
  if (used.length === 0 || definition === undefined) return [];
  if ("derived" in definition && definition.derived !== undefined) return [];
  const clauses = [...new Set(used.map(({ clause }) => clause))];
  return [{ name, ...definition, counts: used.some(({ counts }) => counts), ofCase: !own.includes(name), clauses }];
};
