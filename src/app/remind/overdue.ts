import type { Instant } from "../../domain/instants.ts";
import type { ReminderStep } from "../../domain/remind/facts.ts";
import { atLondon, londonDate, minuteMs } from "../../time/london.ts";
import type { RemindDeps } from "./deps.ts";
import type { Item } from "./items.ts";
import { keptReminders } from "./reminder-kept.ts";
import { interrupts } from "./shown.ts";

/** So long before the digest leaves, so that what is passed on to somebody is in theirs that morning. */
const beforeDigestMs = 15 * minuteMs;

/** The morning of the nth working day after an instant. */
const stepsAfter = ({ council, calendar }: RemindDeps, at: Instant): ReminderStep[] => {
  const { escalation, digestAt } = council.houseRules.reminders;
  return escalation.map(({ afterWorkingDays, to }) => {
    const morning = calendar.addWorkingDays(londonDate(at), afterWorkingDays);
    return { at: atLondon(morning, digestAt) - beforeDigestMs, to };
  });
};

/**
 * Opens the reminder of a duty that is overdue, once: its id is the duty's. What was overdue before Watchful knew the case
 * does not interrupt; the digest tells it. Steps count from now, so that a caseload loaded late overwhelms nobody.
 */
export const ensureReminder = async (deps: RemindDeps, { duty, now }: Item, asOf: Instant): Promise<void> => {
  if (duty.state !== "overdue" || duty.dueAt === null || now === null) return;
  if ((await deps.records.read({ kind: "reminder", id: duty.id })) !== undefined) return;
  await keptReminders(deps.records).create(duty.id, [
    {
      ...{ kind: "opened", at: asOf, duty: duty.id, clause: duty.clause, caseRef: now.ref, dueAt: duty.dueAt },
      interrupts: interrupts(deps, now.facts) && duty.dueAt >= now.presenceAt,
      steps: stepsAfter(deps, asOf),
    },
  ]);
};
