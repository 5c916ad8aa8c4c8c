import type { CaseEntry } from "../../domain/case/facts.ts";
import type { KeptCase } from "../../domain/case/fold.ts";
import type { MoveFormView } from "../../domain/case/view.ts";
import type { LondonDate } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Clause } from "../../rules/policy/clause.ts";
import type { Duty } from "../../rules/duty/types.ts";
import { isInForce } from "../../rules/rulebook.ts";
import { addDays, atLondon, londonDate } from "../../time/london.ts";
import { dayInWords } from "../../time/say.ts";
import type { Acted, RecordTyped } from "../reminding.ts";
import { actOnDuty, onDuty, type ChoiceWorld, type Decided } from "./choice.ts";
import { dayAhead, idOf, interrupts } from "./choose-duty.ts";
import { openDuty } from "./found.ts";
import { movedTo, movedToday, othersOf } from "./choose-others.ts";

/** Moving what meets a duty, as the policies have it: the happening that it is, and the record that this calls for. */
interface Moving {
  readonly happening: string;
  /** Null: no clause in use asks for a record. */
  readonly clause: Clause | null;
  /** The happening that the record is. */
  readonly record: string | null;
}

/** MO-T05 where supervision is moved. Null: nothing in the policies' words is a move of what meets this duty. */
export const movingOf = ({ rulebook }: Pick<ChoiceWorld, "rulebook">, duty: Duty, at: number): Moving | null => {
  const { vocabulary, clauses } = rulebook;
  const found = Object.entries(vocabulary.happenings).find(([, { moves }]) =>
    moves?.some((name) => duty.metBy.includes(name)),
  );
  if (found === undefined) return null;
  const [happening] = found;
  const clause = clauses.find(({ duty: own, ...each }) => {
    return own !== undefined && isInForce(each, at) && [own.on ?? []].flat().includes(happening);
  });
  return { happening, clause: clause ?? null, record: [clause?.duty?.metBy ?? []].flat()[0] ?? null };
};

const headingsOf = ({ clause, record }: Moving): MoveFormView["headings"] => {
  const holds = clause?.holds;
  if (holds === undefined || record === null || !holds.records.includes(record)) return [];
  return holds.headings.map(({ id, title, hint }) => ({ id, title, hint: hint ?? null }));
};

const cannot = "This cannot be moved here. If it can wait for a few days, put it off with the reason.";

/** What moving a duty asks for: the new date, and what the policy wants recorded of it, for this child. */
export const moving = async (
  world: ChoiceWorld,
  id: string,
  by: PersonId,
  typed: RecordTyped,
): Promise<Acted<MoveFormView>> => {
  const seen: { duty: Duty | null; now: KeptCase | null } = { duty: null, now: null };
  // Nothing is kept: rights are asked, and the duty is looked at, as it would be written.
  const done = await actOnDuty(world, id, { by, action: "move" }, (now, duty) => {
    [seen.duty, seen.now] = [duty, now];
    return movingOf(world, duty, world.clock.now()) === null
      ? { outcome: "refused", why: cannot }
      : { outcome: "unclear", why: "" };
  });
  const shown = await onDuty(world, id, by, done);
  if (shown.outcome === "refused" || seen.duty === null || seen.now === null)
    return { outcome: "refused", why: "why" in shown ? shown.why : cannot };
  return { outcome: "done", view: await formOf(world, seen.duty, shown.view, seen.now, by, typed) };
};

const formOf = async (
  world: ChoiceWorld,
  duty: Duty,
  view: MoveFormView["duty"],
  now: KeptCase,
  by: PersonId,
  typed: RecordTyped,
): Promise<MoveFormView> => {
  const how = movingOf(world, duty, world.clock.now());
  const clause = how?.clause ?? null;
  return {
    duty: view,
    rule: clause === null ? null : { clause: clause.id, words: clause.words },
    headings: how === null ? [] : headingsOf(how),
    typed: Object.keys(typed).length > 0 ? typed : { moveTo: await movedToday(world, now, duty, by) },
    others: await othersOf(world, now, duty, by),
  };
};

/** A child whose breaches interrupt is never taken out of anybody's sight past the day on which it is due. */
const quietUntil = (world: ChoiceWorld, now: KeptCase, { dueAt }: Duty, to: LondonDate): LondonDate =>
  dueAt !== null && interrupts(world, now) && londonDate(dueAt) < to ? londonDate(dueAt) : to;

const entriesOf = (
  world: ChoiceWorld,
  now: KeptCase,
  duty: Duty,
  { happening, clause, record }: Moving,
  { to, headings, by, at }: { to: LondonDate; headings: Record<string, string>; by: PersonId; at: number },
): CaseEntry[] => {
  const id = idOf("moved", duty.id, to);
  const on = londonDate(at);
  const base = { on: atLondon(on, "00:00"), dateOnly: true, facts: {}, by };
  const moved: CaseEntry = { kind: "happened", at, happened: { ...base, id: `moved:${id}`, happening } };
  const until = quietUntil(world, now, duty, to);
  const quiet: CaseEntry[] =
    until <= on
      ? []
      : [
          {
            ...{ kind: "snoozed", at, duty: duty.id, clause: duty.clause, until, by },
            reason: movedTo(dayInWords(to, at)),
          },
        ];
  if (record === null || clause === null || Object.keys(headings).length === 0) return [moved, ...quiet];
  const written: CaseEntry = {
    ...{ kind: "recorded", at, id, by, sitting: null, happenings: [record], circumstance: clause.id, on },
    ...{ headings, actions: [], carried: [] },
  };
  const done: CaseEntry = {
    kind: "happened",
    at,
    happened: { ...base, id: `record:${id}:${record}`, happening: record },
  };
  return [moved, written, done, ...quiet];
};

const daysAhead = 60;

const decideMove =
  (world: ChoiceWorld, typed: RecordTyped, by: PersonId) =>
  (now: KeptCase, duty: Duty, { at }: { readonly at: number }): Decided => {
    const how = movingOf(world, duty, at);
    if (how === null) return { outcome: "refused", why: cannot };
    const to = dayAhead(typed["moveTo"] ?? "", at);
    const today = londonDate(at);
    if (to === null)
      return { outcome: "unclear", why: "To which day is it moved? Write it such as Thursday, or 4 December." };
    if (to <= today) return { outcome: "unclear", why: "Choose a day after today." };
    if (to > addDays(today, daysAhead))
      return { outcome: "unclear", why: "That is too far ahead. Choose a day within two months." };
    const wanted = headingsOf(how);
    const headings = Object.fromEntries(
      wanted.flatMap(({ id }) => ((typed[id] ?? "").trim() === "" ? [] : [[id, (typed[id] ?? "").trim()]])),
    ) as Record<string, string>;
    const missing = wanted.find(({ id }) => headings[id] === undefined);
    if (missing !== undefined)
      return { outcome: "unclear", why: `Write something under “${missing.title}” (${how.clause?.id ?? ""}).` };
    const entries = entriesOf(world, now, duty, how, { to, headings, by, at });
    const known = now.happened.some(({ id }) => id === `moved:${idOf("moved", duty.id, to)}`);
    return known ? { outcome: "late", why: "It was moved to that day before." } : { outcome: "keep", entries };
  };

/** Moves a supervision: what was asked is one oversight record on this child's case (MO-T05). The deadline stands. */
export const move = async (
  world: ChoiceWorld,
  id: string,
  by: PersonId,
  typed: RecordTyped,
): Promise<Acted<MoveFormView>> => {
  const seen: { duty: Duty | null; now: KeptCase | null } = { duty: null, now: null };
  const done = await actOnDuty(
    world,
    id,
    { by, action: "move", says: Object.values(typed).join("\n") },
    (now, duty, choice) => {
      [seen.duty, seen.now] = [duty, now];
      return decideMove(world, typed, by)(now, duty, choice);
    },
  );
  const shown = await onDuty(world, id, by, done);
  if (shown.outcome === "refused" || seen.now === null || seen.duty === null)
    return { outcome: "refused", why: "why" in shown ? shown.why : cannot };
  const still = openDuty(world, seen.now, id, world.clock.now()) ?? seen.duty;
  const view = await formOf(world, still, shown.view, seen.now, by, typed);
  return shown.outcome === "done" ? { outcome: "done", view } : { ...shown, view };
};
