import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import { facts, unclear, type Decision } from "./decision.ts";
import type { FactOf, ReportFact } from "./facts.ts";
import { withCopy } from "./fold-parts.ts";
import type { Intent } from "./intents.ts";
import type { Report } from "./state.ts";

/** Somebody who has acknowledged wants to be shown the report again. `remindAt`: as read; null when it could not be. */
export type ReminderCommand = { readonly by: PersonId; readonly do: "remind"; readonly remindAt: Instant | null };

/** What a person asks to be reminded of is theirs alone, and one at a time: a new time takes the place of the old. */
export const onReminder = (report: Report, { by, remindAt }: ReminderCommand, at: Instant): Decision => {
  if (!report.acknowledged.some((fact) => fact.by === by))
    return unclear("Acknowledge this report first. Then you can ask to be reminded of it.");
  if (remindAt === null) return unclear("I couldn't read when to remind you. Try: tomorrow 9am.");
  if (remindAt <= at) return unclear("That time has passed. When should I remind you? Try: tomorrow 9am.");
  return facts({ kind: "reminder", at, by, remindAt });
};

export type ReminderFact = FactOf<"reminder" | "rung">;
export const isReminder = (fact: ReportFact): fact is ReminderFact => fact.kind === "reminder" || fact.kind === "rung";

const without = ({ reminders }: Report, person: PersonId): Report["reminders"] =>
  reminders.filter(({ by }) => by !== person);

/** The reminders that stand: asked for, and not given yet. */
export const afterReminder = (report: Report, fact: ReminderFact): Report => {
  if (fact.kind === "reminder") return { ...report, reminders: [...without(report, fact.by), fact] };
  const given = { ...report, reminders: without(report, fact.to) };
  return fact.copy === null ? given : withCopy(given, fact.copy, fact.at);
};

/** Closing a report ends what was asked of it. */
export const rings = ({ reminders, state }: Report): Intent[] =>
  state === "closed"
    ? []
    : reminders.map(({ by, remindAt }) => ({
        kind: "ring",
        key: `ring:${by}:${String(remindAt)}`,
        leaveAt: remindAt,
        to: by,
      }));
