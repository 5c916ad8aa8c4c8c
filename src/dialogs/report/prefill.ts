import { reportRefPattern } from "../../domain/ids.ts";
import type { Draft } from "../../domain/draft.ts";
import { readDay, readMoment } from "../engine/dates.ts";
import type { Question } from "../../domain/vocabulary.ts";

/**
 * Answers that the words already give, put into the inputs for the person to see and correct. Never taken unseen.
 * Relative words ("last night") count from when they were written, not from when the screen is shown.
 */
const starts = /\b(?:since|from|at|on|about|around)\b\s*/gi;
const longest = 60;

/** Tails of each sentence, the likeliest first: after "since", "at" …, then its last words. */
const tails = (what: string): string[] =>
  what
    .split(/[.;,!?\n]+(?=\s|$)/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .flatMap((part) => {
      const after = [...part.matchAll(starts)].map(({ index, 0: word }) => part.slice(index + word.length));
      const words = part.split(/\s+/);
      const last = [6, 5, 4, 3, 2, 1].filter((count) => count <= words.length).map((count) => words.slice(-count));
      return [...after, ...last.map((some) => some.join(" "))];
    })
    .filter((tail) => tail.length > 2 && tail.length <= longest);

/** A bare number is an age, a class or a house number more often than an hour. */
const sayWhen = /[a-z]{2}|\d[:./]\d|\d\s*[ap]m/i;

const prefillWhen = (question: Question, draft: Draft): string => {
  const read = question.type === "date" ? readDay : readMoment;
  for (const tail of tails(draft.what)) {
    if (!sayWhen.test(tail)) continue;
    const reading = read(tail, draft.startedAt, question.future ?? false);
    if (reading.outcome === "read") return reading.said;
  }
  return "";
};

/** How staff write a child's status; tried only for a question that offers the value. */
const statusWords: readonly (readonly [string, RegExp])[] = [
  ["cp", /\b(?:cpp?|cp plan|child protection|protection plan)\b/i],
  ["cla", /\b(?:cla|lac|cic|looked after|in care|in our care)\b/i],
  ["cin", /\b(?:cin|child in need)\b/i],
  ["care_leaver", /\bcare ?leavers?\b/i],
  ["assessment", /\b(?:c&f|s17|s47) assessment\b|\bunder assessment\b|\bbeing assessed\b/i],
];
/** "Not looked after" and "no longer on a plan" say the opposite. */
const denied = /\b(?:not|isn'?t|no longer|never|wasn'?t|nor|ex|former(?:ly)?|previously|was)\b[^.,;]{0,20}$/i;

const mentions = (what: string, words: RegExp): boolean => {
  const found = words.exec(what);
  return found !== null && !denied.test(what.slice(0, found.index));
};

const prefillStatus = (question: Question, draft: Draft): string => {
  const offered = new Set((question.options ?? []).map(({ value }) => value));
  const found = statusWords.filter(([value, words]) => offered.has(value) && mentions(draft.what, words));
  return (question.type === "choice" ? found.slice(0, 1) : found).map(([value]) => value).join(",");
};

/** What the words say about this question, in the form its input takes; empty when they say nothing. */
export const prefill = (question: Question, draft: Draft): string => {
  if (question.type === "instant" || question.type === "date") return prefillWhen(question, draft);
  return question.options === undefined ? "" : prefillStatus(question, draft);
};

/** "AMB-1042" where somebody wrote it, and not a report's own reference. */
export const prefillCaseRef = (what: string): string => {
  const words = what.replace(reportRefPattern, " ");
  return /\b[A-Z]{2,6}-\d{3,10}\b/i.exec(words)?.[0].toUpperCase() ?? "";
};
