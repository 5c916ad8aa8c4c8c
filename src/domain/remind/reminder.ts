import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import type { ReminderFact } from "./facts.ts";

type FactOf<K extends ReminderFact["kind"]> = Extract<ReminderFact, { kind: K }>;

/** One overdue duty of a case and who has heard of it. */
export interface Reminder {
  /** The duty's id. */
  readonly id: string;
  readonly opened: FactOf<"opened">;
  readonly stepped: readonly FactOf<"stepped">[];
  readonly told: readonly FactOf<"told">[];
  readonly unreachable: readonly FactOf<"unreachable">[];
  readonly metAt: Instant | null;
}

const after = (now: Reminder, fact: ReminderFact): Reminder => {
  switch (fact.kind) {
    case "opened":
      return now;
    case "stepped":
      return { ...now, stepped: [...now.stepped, fact] };
    case "told":
      return { ...now, told: [...now.told, fact] };
    case "unreachable":
      return { ...now, unreachable: [...now.unreachable, fact] };
    case "met":
      return { ...now, metAt: now.metAt ?? fact.at };
  }
};

/** @throws when the facts do not begin with "opened": they are damaged. */
export const reminderFrom = (id: string, facts: readonly ReminderFact[]): Reminder => {
  const [first, ...rest] = facts;
  if (first?.kind !== "opened") throw new Error(`Reminder ${id} does not begin with "opened": its facts are damaged.`);
  const none = { stepped: [], told: [], unreachable: [], metAt: null };
  return rest.reduce(after, { id, opened: first, ...none });
};

/** Everybody whom a step beyond the owner has reached: it is in their digest until it is met. */
export const escalatedTo = ({ stepped, opened: { steps } }: Reminder): readonly PersonId[] => [
  ...new Set(stepped.flatMap(({ step, to }) => (step > 0 && steps[step - 1]?.to !== "owner" ? to : []))),
];
