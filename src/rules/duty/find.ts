import type { Question, Sink } from "./finding.ts";
import type { Occurrence, Rule } from "./rule.ts";
import { findStanding, standsFor } from "./standing.ts";
import { applying, findStarted } from "./started.ts";

/** Finds what a rule asks for, unless a clause that takes its place applies. */
export const find = (rule: Rule, question: Question, into: Sink): void => {
  if (rule.on.length === 0) {
    const standing = standsFor(rule, question);
    if (standing && !givesWay(rule, question)) findStanding(rule, question, standing, into);
    return;
  }
  for (const occurrence of applying(rule, question))
    if (!givesWay(rule, question, occurrence)) findStarted(rule, occurrence, question.asOf, into);
};

const givesWay = (rule: Rule, question: Question, occurrence?: Occurrence): boolean => {
  for (const other of rule.unless) if (takesPlace(other, question, occurrence)) return true;
  return false;
};

/** What the same thing started is compared with what it started; otherwise it is enough that the other is owed. */
const takesPlace = (other: Rule, question: Question, occurrence: Occurrence | undefined): boolean => {
  if (other.on.length === 0) return standsFor(other, question) !== undefined;
  if (occurrence === undefined) return isOwed(other, question);
  return applying(other, question).some((each) => each.of === occurrence.of && each.at === occurrence.at);
};

const isOwed = (rule: Rule, question: Question): boolean => {
  let owed = false;
  for (const occurrence of applying(rule, question))
    findStarted(rule, occurrence, question.asOf, () => {
      owed = true;
    });
  return owed;
};
