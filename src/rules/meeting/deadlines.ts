import type { Case } from "../../domain/case/case.ts";
import type { Instant } from "../../domain/instants.ts";
import type { Answers } from "../../domain/report/facts.ts";
import { compile, finderAt } from "../duty/compile.ts";
import { momentOf } from "../duty/days.ts";
import type { Finding } from "../duty/finding.ts";
import type { Clause } from "../policy/clause.ts";
import { earliest } from "../engine/timing.ts";
import { recordMeeting } from "../record/form.ts";
import { isInForce } from "../rulebook.ts";
import type { Rulebook } from "../rulebook.ts";
import { kindsOf } from "./blocks.ts";
import type { ArrangedDeadline, MeetingAsk } from "./types.ts";

/** A deadline, and the happenings that meet it, the natural one first. */
export interface Running {
  readonly deadline: ArrangedDeadline;
  readonly clause: Clause;
  readonly metBy: readonly string[];
}

/** What one happening starts on a case, found as the duties of the case will be. */
const startedBy = (
  rulebook: Rulebook,
  happening: string,
  on: Instant,
  facts: Answers,
  caseFacts: Answers,
): readonly Finding[] => {
  const happened = [{ id: "now", happening, on, dateOnly: false, facts, by: null }];
  const one: Case = { ref: "now", facts: caseFacts, happened, standing: [] };
  return finderAt(compile(rulebook), on)(one).filter(({ occurrence }) => occurrence?.happened?.id === "now");
};

/**
 * Every deadline that these answers set, longer limits that would have to be chosen included, in the clauses' order. What the
 * clock counts from and nobody gave counts from the asking.
 */
export const deadlinesOf = (rulebook: Rulebook, ask: MeetingAsk, asOf: Instant): readonly Running[] => {
  const kinds = kindsOf(rulebook, asOf);
  return startedBy(rulebook, ask.need, asOf, ask.answers, ask.caseFacts)
    .filter(({ rule }) => rule.metBy.some((name) => kinds.includes(name)))
    .toSorted((a, b) => a.rule.index - b.rule.index)
    .map((finding) => ({
      deadline: deadlineOf(finding, ask, asOf),
      clause: finding.rule.clause,
      metBy: finding.rule.metBy.filter((name) => kinds.includes(name)),
    }));
};

const deadlineOf = ({ rule, from, dueAt }: Finding, ask: MeetingAsk, asOf: Instant): ArrangedDeadline => {
  const { id, policy, title, words, houseRule = null } = rule.clause;
  const fact = rule.from.find((name) => momentOf(ask.answers[name] ?? ask.caseFacts[name]) === from);
  const reason = ask.chosen?.clause === id ? ask.chosen.reason.trim() : "";
  return {
    clause: id,
    policy,
    title,
    words,
    houseRule,
    counted: { from: fact ?? null, at: from ?? asOf },
    dueAt,
    chosen: reason === "" ? null : { reason },
  };
};

/** Whether its limit holds only where somebody chooses it by name. */
export const hasToBeChosen = ({ clause }: Running): boolean => clause.duty?.chosen === true;

/**
 * What a longer limit takes the place of: the plain limit of its own policy, which counts from the same and asks for nothing
 * special. A limit with a condition of its own (serious risk, immediate action) is never moved by it.
 */
export const isReplacedBy = (one: Running, longer: Running): boolean =>
  one.clause.policy === longer.clause.policy &&
  one.clause.duty?.when === undefined &&
  one.clause.duty?.chosen === undefined &&
  one.metBy.some((name) => longer.metBy.includes(name)) &&
  String(one.clause.duty?.from) === String(longer.clause.duty?.from);

/** The happenings that call for a meeting: those whose duties only holding one of its kinds meets. */
export const needsOf = (
  rulebook: Rulebook,
  asOf: Instant,
): readonly { readonly need: string; readonly title: string; readonly heard: readonly string[] }[] => {
  const kinds = kindsOf(rulebook, asOf);
  const needs = rulebook.clauses
    .filter((clause) => isInForce(clause, asOf))
    .flatMap(({ duty }) =>
      duty !== undefined && [duty.metBy ?? []].flat().some(isOneOf(kinds)) ? [duty.on ?? []] : [],
    )
    .flat();
  return [...new Set(needs)].map((need) => {
    const { title = need, heard = [] } = rulebook.vocabulary.happenings[need] ?? {};
    return { need, title, heard };
  });
};

const isOneOf =
  (kinds: readonly string[]) =>
  (name: string): boolean =>
    kinds.includes(name);

/** The happening that the record of a meeting is, once it is circulated; null where no clause asks for a record. */
export const recordOfMeeting = (rulebook: Rulebook, of: string, asOf: Instant): string | null => {
  const started = rulebook.clauses.filter(
    (clause) => isInForce(clause, asOf) && [clause.duty?.on ?? []].flat().includes(of),
  );
  for (const { duty } of started) {
    const record = recordMeeting(rulebook, { metBy: [duty?.metBy ?? []].flat(), startedBy: of }, asOf);
    if (record !== null) return record;
  }
  return null;
};

/**
 * By when the record of a meeting that ended at an instant has to be with all parties (WQ-10.7, PS-11): the earliest of the
 * limits that the meeting starts and its record meets. Null: no limit stated. Throws `OutsideCalendar`.
 */
export const recordDueAt = (
  rulebook: Rulebook,
  of: string,
  ended: Instant,
  caseFacts: Answers = {},
): Instant | null => {
  const record = recordOfMeeting(rulebook, of, ended);
  const dues = startedBy(rulebook, of, ended, {}, caseFacts)
    .filter(({ rule }) => record !== null && rule.metBy.includes(record))
    .map(({ dueAt }) => dueAt);
  return earliest(dues);
};
