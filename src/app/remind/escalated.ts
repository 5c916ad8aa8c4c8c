import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Reminder } from "../../domain/remind/reminder.ts";
import { dayInWords } from "../../time/say.ts";
import { londonDate } from "../../time/london.ts";
import { readCase } from "../cases/kept.ts";
import type { RemindDeps } from "./deps.ts";
import { itemsOfCase, type Item } from "./items.ts";
import { escalatedKey, keptReminders } from "./reminder-kept.ts";

/** An overdue duty that was passed on, with who has heard of it. */
export interface Escalated {
  readonly item: Item;
  readonly reminder: Reminder;
}

const namesOf = ({ directory }: Pick<RemindDeps, "directory">, people: readonly PersonId[]): string =>
  people.map((id) => directory.person(id)?.name ?? id).join(" and ");

/** Who was told of it before a step (or so far), and when, in one sentence; null when nobody was. */
export const historyOf = (
  deps: Pick<RemindDeps, "directory">,
  reminder: Reminder,
  asOf: Instant,
  before = Infinity,
): string | null => {
  const said = reminder.stepped
    .filter(({ to, step }) => to.length > 0 && step < before)
    .map(({ to, at }) => `${namesOf(deps, to)} on ${dayInWords(londonDate(at), asOf)}`);
  const since = `Overdue since ${dayInWords(londonDate(reminder.opened.dueAt), asOf)}`;
  return said.length === 0 ? null : `${since}. Told: ${said.join("; then ")}`;
};

/** The open duty that a reminder is about; undefined once it is met, moved on, or its case is closed. */
export const itemOf = async (
  deps: RemindDeps,
  { id, opened }: Pick<Reminder, "id" | "opened">,
  asOf: Instant,
): Promise<Item | undefined> => {
  const held = await readCase(deps.records, opened.caseRef);
  if (held === undefined) return undefined;
  return itemsOfCase(deps, held.state, asOf).find(({ duty }) => duty.id === id && duty.state === "overdue");
};

/** What was passed on to somebody and still is not done, worst first. */
export const escalatedFor = async (deps: RemindDeps, by: PersonId, asOf: Instant): Promise<readonly Escalated[]> => {
  const found = await keptReminders(deps.records).find(escalatedKey(by));
  const open: Escalated[] = [];
  for (const { state } of found) {
    const item = await itemOf(deps, state, asOf);
    if (item !== undefined) open.push({ item, reminder: state });
  }
  return open.toSorted((a, b) => a.reminder.opened.dueAt - b.reminder.opened.dueAt);
};
