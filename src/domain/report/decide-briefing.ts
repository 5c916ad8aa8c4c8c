import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import { facts, late, unclear, type Decision } from "./decision.ts";
import type { Briefing, Telling } from "./facts.ts";
import type { Report } from "./state.ts";

/** What may be done to a briefing on its way to the Director (LCP-P4 to P7). */
export type BriefingCommand = { readonly by: PersonId } & (
  | { readonly do: "amend"; readonly briefing: Briefing }
  | { readonly do: "approve" }
  | { readonly do: "return"; readonly comment: string }
  /** `tellings`: what a yes owes by the policy (LCP-P7); a no owes nothing. */
  | { readonly do: "decide"; readonly brief: boolean; readonly reason: string; readonly tellings: readonly Telling[] }
);

/** The sections that say something else than before. */
const changed = (report: Report, briefing: Briefing): Briefing =>
  Object.fromEntries(
    Object.entries(briefing)
      .map(([section, text]) => [section, text.trim()] as const)
      .filter(
        ([section, text]) =>
          text !== "" && text !== Object.entries(report.briefing).find(([name]) => name === section)?.[1],
      ),
  );

const amend = (report: Report, by: PersonId, briefing: Briefing, at: Instant): Decision => {
  const sections = changed(report, briefing);
  return Object.keys(sections).length === 0
    ? unclear("Nothing was changed. Change a section, then save; or approve it as it is.")
    : facts({ kind: "amended", at, by, briefing: sections });
};

const approve = (report: Report, by: PersonId, at: Instant): Decision =>
  report.approved === null ? facts({ kind: "approved", at, by }) : late(report.approved, "approved");

const sendBack = (report: Report, by: PersonId, comment: string, at: Instant): Decision => {
  if (report.approved !== null) return late(report.approved, "approved");
  return comment === ""
    ? unclear("What should be changed? Write a comment, then send it back.")
    : facts({ kind: "returned", at, by, comment });
};

const choose = (report: Report, command: Extract<BriefingCommand, { do: "decide" }>, at: Instant): Decision => {
  if (report.decided !== null) return late(report.decided, "decided");
  const { by, brief, reason, tellings } = command;
  if (reason === "") return unclear("Why? Write the reason for your decision, then record it.");
  return facts({ kind: "decided", at, by, brief, reason, tellings: brief ? [...tellings] : [] });
};

/** What comes of a command about the briefing. The permissions were asked before. */
export const onBriefing = (report: Report, command: BriefingCommand, asOf: Instant): Decision => {
  switch (command.do) {
    case "amend":
      return amend(report, command.by, command.briefing, asOf);
    case "approve":
      return approve(report, command.by, asOf);
    case "return":
      return sendBack(report, command.by, command.comment, asOf);
    case "decide":
      return choose(report, command, asOf);
  }
};
