import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import { mayReport, reportRefusals, type ReportAction, type ReportRole } from "../permissions.ts";
import { onBriefing, type BriefingCommand } from "./decide-briefing.ts";
import { onJudgement, type JudgementCommand } from "./decide-judgement.ts";
import { onUpdate, promised, type Promised, type UpdateCommand } from "./decide-update.ts";
import { facts, late, unclear, type Decision } from "./decision.ts";
import type { Briefing } from "./facts.ts";
import { onWatch, type WatchCommand } from "./decide-watch.ts";
import { onReminder, type ReminderCommand } from "./reminders.ts";
import { callOwed, reportersOf, uncalled, type Report } from "./report.ts";

/** What a person asks of a report. `spokeTo`, `question`, `text` and `reason` are as typed. */
export type ReportCommand =
  BriefingCommand | WatchCommand | UpdateCommand | JudgementCommand | ReminderCommand | PersonCommand;

type PersonCommand = { readonly by: PersonId } & (
  | { readonly do: "refresh" }
  | { readonly do: "acknowledge" }
  | { readonly do: "ask"; readonly question: string }
  | { readonly do: "answer"; readonly text: string }
  | { readonly do: "call"; readonly spokeTo: string; readonly calledAt: Instant }
  | { readonly do: "brief"; readonly briefing: Briefing; readonly promise: Promised | null }
  | { readonly do: "close"; readonly reason: string }
);

const needed = {
  refresh: "see",
  acknowledge: "acknowledge",
  ask: "ask",
  answer: "answer",
  call: "call",
  brief: "brief",
  update: "update",
  amend: "amend",
  approve: "approve",
  return: "return",
  decide: "decide",
  judge: "judge",
  remind: "remind",
  persist: "persist",
  end: "end",
  close: "close",
} as const satisfies Record<ReportCommand["do"], ReportAction>;

/** A report that is closed answers every late click with who closed it. */
const alreadyClosed = (report: Report, command: ReportCommand): Decision | null =>
  report.closed !== null && command.do !== "refresh" ? late(report.closed, "closed") : null;

const acknowledge = (report: Report, by: PersonId, at: Instant): Decision => {
  const before = report.acknowledged.find((fact) => fact.by === by);
  return before === undefined ? facts({ kind: "acknowledged", at, by }) : late(before, "acknowledged");
};

const call = (report: Report, command: Extract<ReportCommand, { do: "call" }>, at: Instant): Decision => {
  const telling = uncalled(report);
  const before = report.called.at(-1);
  if (telling === undefined && before !== undefined) return late(before, "recorded as telephoned");
  if (telling === undefined) return unclear("No telephone call is asked for on this report.");
  if (command.spokeTo === "") return unclear("Who did you speak to? Write their name, then record the call.");
  if (command.calledAt > at) return unclear("That time hasn't come yet. When was the call made?");
  const { by, spokeTo, calledAt } = command;
  return facts({ kind: "called", at, by, telling: telling.id, spokeTo, calledAt });
};

/** What somebody wrote, without the sections left empty. */
const brief = (command: Extract<ReportCommand, { do: "brief" }>, at: Instant): Decision => {
  const written = Object.entries(command.briefing).filter(([, text]) => text.trim() !== "");
  return written.length === 0
    ? unclear("Nothing was written. Fill in at least one section, then save.")
    : facts(
        { kind: "briefed", at, by: command.by, briefing: Object.fromEntries(written) },
        ...promised(command.by, command.promise, at),
      );
};

const close = (report: Report, by: PersonId, reason: string, at: Instant): Decision => {
  if (callOwed(report))
    return unclear("A telephone call is asked for and has not been recorded (W-N2K-P4). Record it, then close.");
  if (reason === "") return unclear("Why is this report being closed? Write a reason, then close it.");
  return facts({ kind: "closed", at, by, reason });
};

const carryOut = (report: Report, command: ReportCommand, asOf: Instant): Decision => {
  switch (command.do) {
    case "refresh":
      return report.reached.has(command.by) || reportersOf(report).includes(command.by)
        ? facts()
        : facts({ kind: "reached", at: asOf, by: command.by });
    case "acknowledge":
      return acknowledge(report, command.by, asOf);
    case "ask":
      return command.question === ""
        ? unclear("What would you like to know? Write a question, then ask.")
        : facts({ kind: "asked", at: asOf, by: command.by, question: command.question });
    case "answer":
      return command.text === ""
        ? unclear("Nothing was written. Write your answer, then send it.")
        : facts({ kind: "answered", at: asOf, by: command.by, text: command.text });
    case "call":
      return call(report, command, asOf);
    case "brief":
      return brief(command, asOf);
    case "update":
      return onUpdate(command, asOf);
    case "amend":
    case "approve":
    case "return":
    case "decide":
      return onBriefing(report, command, asOf);
    case "judge":
      return onJudgement(report, command, asOf);
    case "remind":
      return onReminder(report, command, asOf);
    case "persist":
    case "end":
      return onWatch(report, command, asOf);
    case "close":
      return close(report, command.by, command.reason, asOf);
  }
};

/** What comes of a person's command, by the permissions table and the report's state. Pure. */
export const decide = (
  report: Report,
  roles: readonly ReportRole[],
  command: ReportCommand,
  asOf: Instant,
): Decision => {
  if (!mayReport(roles, "see", report.state)) return { outcome: "refused", why: reportRefusals.see };
  const closed = alreadyClosed(report, command);
  if (closed !== null) return closed;
  const action = needed[command.do];
  if (!mayReport(roles, action, report.state)) return { outcome: "refused", why: reportRefusals[action] };
  return carryOut(report, command, asOf);
};
