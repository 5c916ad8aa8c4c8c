import type { DutyView } from "../../domain/case/view.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { ReminderFact } from "../../domain/remind/facts.ts";
import type { Reminder } from "../../domain/remind/reminder.ts";
import { deliverKept, type Settled } from "../kept/deliver.ts";
import type { Messenger } from "../ports/messenger.ts";
import { managerFor } from "../report/line.ts";
import type { RemindDeps } from "./deps.ts";
import { historyOf, itemOf } from "./escalated.ts";
import type { Item } from "./items.ts";
import { ownersOf } from "./owner.ts";
import { keptReminders, type ReminderDue } from "./reminder-kept.ts";
import { dutyView } from "./shown.ts";

export interface DeliverReminderDeps extends RemindDeps {
  readonly messenger: Messenger;
}

type Done = Promise<Settled<ReminderFact>>;
const settled = (...facts: readonly ReminderFact[]): Settled<ReminderFact> => ({ outcome: "settled", facts });

/** The people of a step: whoever owes it, or the holder of the step's post on the line of the worker. */
const peopleOf = (
  deps: RemindDeps,
  { opened }: Reminder,
  step: number,
  item: Item,
  asOf: Instant,
): readonly PersonId[] => {
  const to = step === 0 ? "owner" : (opened.steps[step - 1]?.to ?? "owner");
  if (to === "owner" || item.now === null) return item.owners.people;
  return ownersOf(deps, { id: opened.duty, owedBy: [to] }, { ...item.now, work: [] }, asOf).people;
};

const step = async (deps: RemindDeps, reminder: Reminder, { step }: Extract<ReminderDue, { kind: "step" }>): Done => {
  const at = deps.clock.now();
  const item = await itemOf(deps, reminder, at);
  if (item === undefined) return settled({ kind: "met", at });
  const toOwner = reminder.opened.steps[step - 1]?.to === "owner";
  if (toOwner && item.snoozed) return settled({ kind: "stepped", at, step, to: [], gap: "It was put off." });
  const to = [...peopleOf(deps, reminder, step, item, at)];
  return settled({ kind: "stepped", at, step, to, gap: to.length > 0 ? null : "Nobody was found to be told." });
};

const tell = async (
  deps: DeliverReminderDeps,
  reminder: Reminder,
  { step, to }: Extract<ReminderDue, { kind: "tell" }>,
): Done => {
  const at = deps.clock.now();
  const item = await itemOf(deps, reminder, at);
  if (item === undefined) return settled({ kind: "met", at });
  const duty = dutyView(deps, item, to, at, historyOf(deps, reminder, at, step));
  const sent = await deps.messenger.send({ person: to }, { kind: "overdue", duty, met: false });
  if (sent.outcome === "later") return sent;
  if (sent.outcome === "accepted")
    return settled({ kind: "told", at, step, where: to, conversation: sent.conversation, activity: sent.activity });
  const next = managerFor(
    deps.directory,
    to,
    reminder.stepped.flatMap((one) => one.to),
    at,
  );
  return settled(
    { kind: "unreachable", at, step, where: to, why: sent.why },
    ...(next === null ? [] : [{ kind: "stepped" as const, at, step, to: [next], gap: null }]),
  );
};

/** The card stays, and says that it was done: its buttons are no use any more. */
const refresh = async (
  deps: DeliverReminderDeps,
  reminder: Reminder,
  { step, to }: Extract<ReminderDue, { kind: "refresh" }>,
): Done => {
  const copy = reminder.told.find((told) => told.step === step && told.where === to);
  if (copy === undefined) return settled();
  const { where, conversation, activity } = copy;
  const message = { kind: "overdue", duty: metView(deps, reminder), met: true } as const;
  const sent = await deps.messenger.update({ kind: "personal", where, conversation, activity }, message);
  return sent.outcome === "later" ? sent : settled();
};

const metView = ({ rulebook }: RemindDeps, { id, opened }: Reminder): DutyView => ({
  ...{ id, caseRef: opened.caseRef, clause: opened.clause, dueAt: opened.dueAt, words: "", houseRule: null },
  title: rulebook.clauses.find((one) => one.id === opened.clause)?.title ?? opened.clause,
  ...{ worker: null, owners: [], state: "later", timing: "", lastDone: null, urgent: false, stage: null },
  ...{ note: null, meets: null, may: [] },
});

const perform = (deps: DeliverReminderDeps, reminder: Reminder, due: ReminderDue): Done => {
  switch (due.kind) {
    case "step":
      return step(deps, reminder, due);
    case "tell":
      return tell(deps, reminder, due);
    case "refresh":
      return refresh(deps, reminder, due);
  }
};

/** Says what an overdue duty owes by now. */
export const deliverReminder = (deps: DeliverReminderDeps, id: string): Promise<void> =>
  deliverKept(keptReminders(deps.records), id, deps.clock, ({ state }, due) => perform(deps, state, due));
