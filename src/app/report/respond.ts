import type { PersonId } from "../../domain/people.ts";
import { reportRefusals } from "../../domain/permissions.ts";
import { decide, type ReportCommand } from "../../domain/report/decide.ts";
import type { Decision } from "../../domain/report/decision.ts";
import { inWords } from "../../time/say.ts";
import type { Answered } from "../reporting.ts";
import type { ReportDeps } from "./deps.ts";
import { amendReport, type Loaded } from "./document.ts";
import { rolesFor, viewFor } from "./view.ts";

const answered = (deps: ReportDeps, now: Loaded, decision: Decision, by: PersonId): Answered => {
  const report = viewFor(deps, now, by);
  switch (decision.outcome) {
    case "facts":
      return { outcome: "done", report };
    case "late": {
      const who = decision.by === by ? "You" : (deps.directory.person(decision.by)?.name ?? decision.by);
      const already = decision.by === by ? " already" : "";
      return {
        outcome: "late",
        why: `${who}${already} ${decision.did} this ${inWords(decision.at, deps.clock.now())}.`,
        report,
      };
    }
    case "unclear":
      return { outcome: "unclear", why: decision.why, report };
    case "refused":
      return { outcome: "refused", why: decision.why };
  }
};

/** One person does one thing to one report; what comes of it is durable before it is answered. */
export const respond = async (deps: ReportDeps, id: string, command: ReportCommand): Promise<Answered> => {
  let decision: Decision = { outcome: "refused", why: reportRefusals.see };
  const now = await amendReport(deps.records, id, (loaded) => {
    decision = decide(loaded.report, rolesFor(deps, loaded.report, command.by), command, deps.clock.now());
    return decision.outcome === "facts" && decision.facts.length > 0 ? { facts: decision.facts } : null;
  });
  if (now === undefined) return { outcome: "refused", why: reportRefusals.see };
  deps.nudge();
  return answered(deps, now, decision, command.by);
};
