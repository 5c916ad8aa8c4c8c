import { reportRefPattern } from "../../domain/ids.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import { mayReport } from "../../domain/permissions.ts";
import { readWhen } from "../../time/read.ts";
import type { Reporting } from "../reporting.ts";
import type { ReportDeps } from "./deps.ts";
import { everyReport, type Loaded } from "./document.ts";
import { rolesFor, viewFor } from "./view.ts";

/** The words by which the policies say that something has ended, longest first: "has returned" before "returned". */
const endWords = ({ rules }: ReportDeps): readonly string[] =>
  [...new Set(rules.events().flatMap(({ id }) => rules.questions(id).flatMap(({ later }) => later?.heard ?? [])))].sort(
    (a, b) => b.length - a.length,
  );

const caseRefPattern = /\b[a-z]{2,6}-\d{3,10}\b/i;
/** Words around it that say nothing more. Anything else is a report of its own: "found with bruises". */
const small =
  /\b(?:he|she|they|it|the|a|child|young|person|yp|is|are|was|were|has|have|been|now|just|safe|and|well|home|ok|okay|report|about|re|case|for|at|again|been|thanks|please)\b/gi;

const without = (text: string, pattern: RegExp | string): string =>
  text.replace(pattern, " ").replace(/\s+/g, " ").trim();

/** What is left of the words when the reference and the end are taken out: null when they say no end, or say more. */
const said = (ends: readonly string[], text: string, asOf: Instant) => {
  const ref = reportRefPattern.exec(text)?.[0] ?? null;
  const rest = ref === null ? text : without(text, ref);
  const caseRef = caseRefPattern.exec(rest)?.[0] ?? null;
  const words = (caseRef === null ? rest : without(rest, caseRef)).toLowerCase().replace(/[.,;:!]+/g, " ");
  const spaced = ` ${words.replace(/\s+/g, " ")} `;
  const rested = ends.reduce((rest, end) => rest.replaceAll(` ${end} `, "  "), spaced);
  if (rested === spaced) return null;
  const left = without(rested, small);
  if (left !== "" && !readWhen(left, asOf).ok) return null;
  return { ref: ref?.toUpperCase() ?? null, caseRef: caseRef?.toUpperCase() ?? null, when: left };
};

const mayEnd = (deps: ReportDeps, by: PersonId, { report }: Loaded): boolean =>
  report.watching !== null && report.ended === null && mayReport(rolesFor(deps, report, by), "end", report.state);

/**
 * Which of a person's watched reports some words say have ended, newest first. Null when they say nothing of the kind. The
 * policies' words are read once, here.
 */
export const heardEndOf = (deps: ReportDeps): Reporting["heardEnd"] => {
  const ends = endWords(deps);
  return async (by, text) => {
    const heard = said(ends, text, deps.clock.now());
    if (heard === null) return null;
    const { ref, caseRef, when } = heard;
    const key = ref !== null ? `ref:${ref}` : caseRef !== null ? `case:${caseRef}` : `person:${by}`;
    const reports = (await everyReport(deps.records, key))
      .filter((each) => mayEnd(deps, by, each))
      .toSorted((a, b) => b.report.at - a.report.at)
      .map((each) => viewFor(deps, each, by));
    return { reports, when };
  };
};
