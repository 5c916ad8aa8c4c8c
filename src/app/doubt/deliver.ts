import { everyAsked, type Doubt } from "../../domain/doubt/doubt.ts";
import type { DoubtFact } from "../../domain/doubt/facts.ts";
import type { PersonId } from "../../domain/people.ts";
import { deliverKept, type Settled } from "../kept/deliver.ts";
import type { Held } from "../kept/facts.ts";
import type { Clock } from "../ports/clock.ts";
import type { Messenger } from "../ports/messenger.ts";
import type { Records } from "../ports/records.ts";
import { keptDoubts, type DoubtDue } from "./kept.ts";
import { askNext, type LineDeps } from "./line.ts";
import { doubtView, outcomeOf } from "./view.ts";

export interface DeliverDoubtDeps extends LineDeps {
  readonly records: Records;
  readonly clock: Clock;
  readonly messenger: Messenger;
}

type Done = Promise<Settled<DoubtFact>>;
const settled = (...facts: readonly DoubtFact[]): Settled<DoubtFact> => ({ outcome: "settled", facts });

const tell = async ({ messenger, directory, clock }: DeliverDoubtDeps, doubt: Doubt, to: PersonId): Done => {
  const sent = await messenger.send({ person: to }, { kind: "doubt", doubt: doubtView(directory, doubt, to) });
  if (sent.outcome === "later") return sent;
  const at = clock.now();
  if (sent.outcome === "unreachable") return settled({ kind: "unreachable", at, where: to, why: sent.why });
  return settled({ kind: "told", at, where: to, conversation: sent.conversation, activity: sent.activity });
};

/** A card that is only updated notifies nobody: the same people get it again. */
const repeat = async (deps: DeliverDoubtDeps, doubt: Doubt, { asked }: Extract<DoubtDue, { kind: "repeat" }>): Done => {
  const people = asked.to.filter((person) => !doubt.unreachable.some(({ where }) => where === person));
  const sent = await Promise.all(people.map((person) => tell(deps, doubt, person)));
  const later = sent.find((each) => each.outcome === "later");
  if (later !== undefined) return later;
  const at = deps.clock.now();
  // A machine that slept through several repeats makes one of them.
  const step = asked.repeatAt.filter((due) => due <= at).length;
  return settled(
    { kind: "repeated", at, step },
    ...sent.flatMap((each) => (each.outcome === "settled" ? each.facts : [])),
  );
};

const pass = (deps: DeliverDoubtDeps, doubt: Doubt, because: "silent" | "unreachable"): Settled<DoubtFact> => {
  const at = deps.clock.now();
  const names = (doubt.asked.at(-1)?.to ?? []).map((id) => deps.directory.person(id)?.name ?? id).join(", ");
  const what = because === "silent" ? "has not answered" : "could not be reached in Teams";
  const next = askNext(deps, doubt.by, everyAsked(doubt), at);
  if (next !== null) return settled({ ...next, why: [`${names} ${what}`, next.why ?? []].flat().join("; ") });
  const { label, number } = deps.council.telephone;
  return settled({
    kind: "handed",
    at,
    why: `${names} ${what}, and nobody is left to ask. Telephone ${label}: ${number}`,
  });
};

const sayingOf = ({ directory }: DeliverDoubtDeps, doubt: Doubt, about: "passed" | "handed" | "ended"): string => {
  const last = doubt.asked.at(-1);
  const names = (last?.to ?? []).map((id) => directory.person(id)?.name ?? id).join(", ");
  const lead = "What you were not sure about";
  switch (about) {
    case "ended":
      return `${lead}: ${outcomeOf(directory, doubt) ?? ""}`;
    case "handed":
      return `${lead}: ${doubt.handed?.why ?? ""}.`;
    case "passed":
      return `${lead}: ${last?.why ?? ""}. ${names} is asked now.`;
  }
};

const say = async (deps: DeliverDoubtDeps, doubt: Doubt, about: "passed" | "handed" | "ended"): Done => {
  const sent = await deps.messenger.send({ person: doubt.by }, { kind: "word", text: sayingOf(deps, doubt, about) });
  return sent.outcome === "later" ? sent : settled();
};

const refresh = async (
  { messenger, directory }: DeliverDoubtDeps,
  doubt: Doubt,
  due: Extract<DoubtDue, { kind: "refresh" }>,
): Done => {
  const { where, conversation, activity } = due.copy;
  const message = { kind: "doubt", doubt: doubtView(directory, doubt, where) } as const;
  const sent = await messenger.update({ kind: "personal", where, conversation, activity }, message);
  return sent.outcome === "later" ? sent : settled();
};

const perform = (deps: DeliverDoubtDeps, { state }: Held<DoubtFact, Doubt>, due: DoubtDue): Done => {
  switch (due.kind) {
    case "tell":
      return tell(deps, state, due.to);
    case "repeat":
      return repeat(deps, state, due);
    case "pass":
      return Promise.resolve(pass(deps, state, due.because));
    case "refresh":
      return refresh(deps, state, due);
    case "say":
      return say(deps, state, due.about);
  }
};

/** Says what a doubt owes by now. */
export const deliverDoubt = (deps: DeliverDoubtDeps, id: string): Promise<void> =>
  deliverKept(keptDoubts(deps.records), id, deps.clock, (now, due) => perform(deps, now, due));
