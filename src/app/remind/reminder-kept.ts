import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import { reminderFactSchema, type ReminderFact } from "../../domain/remind/facts.ts";
import { escalatedTo, reminderFrom, type Reminder } from "../../domain/remind/reminder.ts";
import { keptFacts, nextStepBy, type Due, type Shape } from "../kept/facts.ts";
import type { Records } from "../ports/records.ts";

/** What an overdue duty owes: the people of a step, a word to each where it interrupts, and a last look once it is met. */
export type ReminderDue = Due &
  (
    | { readonly kind: "step"; readonly step: number }
    | { readonly kind: "tell"; readonly step: number; readonly to: PersonId }
    | { readonly kind: "refresh"; readonly step: number; readonly to: PersonId }
  );

/** Look-up keys of reminders that still run: by case, and by everybody to whom they were passed on. */
export const reminderOfCase = (ref: string): string => `case:${ref.toUpperCase()}`;
export const escalatedKey = (person: PersonId): string => `to:${person}`;

const steps = ({ opened, stepped }: Reminder): ReminderDue[] => {
  const done = stepped.map(({ step }) => step);
  const first: ReminderDue[] = opened.interrupts ? [{ kind: "step", key: "step:0", leaveAt: opened.at, step: 0 }] : [];
  const later = opened.steps.map(({ at }, index): ReminderDue => ({
    kind: "step",
    key: `step:${String(index + 1)}`,
    leaveAt: at,
    step: index + 1,
  }));
  return [...first, ...later].filter((due) => due.kind !== "step" || !done.includes(due.step));
};

const tells = ({ opened, stepped }: Reminder): ReminderDue[] =>
  opened.interrupts
    ? stepped.flatMap(({ step, to, at }) =>
        to.map((person): ReminderDue => {
          const key = `tell:${String(step)}:${person}`;
          return { kind: "tell", key, leaveAt: at, step, to: person };
        }),
      )
    : [];

/** Copies say that it was met. */
const refreshes = (told: Reminder["told"], metAt: Instant): ReminderDue[] =>
  told.map(({ step, where }) => {
    const key = `met:${String(step)}:${where}`;
    return { kind: "refresh", key, leaveAt: metAt, step, to: where };
  });

const shape: Shape<ReminderFact, Reminder, ReminderDue> = {
  kind: "reminder",
  fact: reminderFactSchema,
  evolve: reminderFrom,
  keys: (reminder) =>
    reminder.metAt === null
      ? [reminderOfCase(reminder.opened.caseRef), ...escalatedTo(reminder).map(escalatedKey)]
      : [],
  owed: (reminder) =>
    reminder.metAt === null ? [...steps(reminder), ...tells(reminder)] : refreshes(reminder.told, reminder.metAt),
};

export const keptReminders = (records: Records) => keptFacts(records, shape);
export type KeptReminders = ReturnType<typeof keptReminders>;

/** For "store check": one that still runs owes its next step, until the last: from then on it stands in digests. */
export const nextReminderStep = nextStepBy(shape, ({ metAt }) =>
  metAt === null ? "has been passed on to the last person; it is in their digest until it is met" : "is met",
);
