import { createHash } from "node:crypto";
import { decideGive, decideLessen, decideSnooze, type Choice, type SnoozeBounds } from "../../domain/case/choices.ts";
import type { KeptCase } from "../../domain/case/fold.ts";
import type { DutyView } from "../../domain/case/view.ts";
import type { Instant, LondonDate } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Duty } from "../../rules/duty/types.ts";
import { addDays, londonDate } from "../../time/london.ts";
import { readDate } from "../../time/read.ts";
import type { Acted } from "../reminding.ts";
import { actOnDuty, kept, onDuty, type ChoiceWorld, type Decided } from "./choice.ts";
import { named } from "./named.ts";
import { fixed } from "./offered.ts";
import { workerOf } from "./owner.ts";

const unclear = (why: string): Decided => ({ outcome: "unclear", why });

const unread = 'I could not read that as a date. Write a day, such as "Friday" or "4 December".';

/** A day that lies ahead, as typed; null for what is none. */
export const dayAhead = (typed: string, asOf: Instant): LondonDate | null => {
  const read = readDate(typed, asOf, "ahead");
  return read.ok ? read.date : null;
};

/** Whether a breach of what is owed on a case interrupts (house rule): a child on a protection plan. */
export const interrupts = ({ council }: Pick<ChoiceWorld, "council">, { facts }: Pick<KeptCase, "facts">): boolean =>
  Object.entries(council.houseRules.reminders.interrupts).some(([fact, values]) =>
    values.some((value) => value === facts[fact]),
  );

/** How far and how often this may be put off. */
export const snoozeBounds = (world: ChoiceWorld, now: KeptCase, { dueAt }: Duty, asOf: Instant): SnoozeBounds => {
  const { daysAhead, times } = world.council.houseRules.reminders.snooze;
  const today = londonDate(asOf);
  return {
    first: addDays(today, 1),
    last: addDays(today, daysAhead),
    times,
    breach: dueAt !== null && interrupts(world, now) ? londonDate(dueAt) : null,
  };
};

export const snooze = async (
  world: ChoiceWorld,
  duty: string,
  by: PersonId,
  until: string,
  reason: string,
): Promise<Acted<DutyView>> => {
  const done = await actOnDuty(world, duty, { by, action: "snooze", says: reason }, (now, open, choice) => {
    const day = dayAhead(until, choice.at);
    if (day === null) return unclear(unread);
    const asked = { until: day, reason: reason.trim() };
    return kept(decideSnooze(now, choice, asked, snoozeBounds(world, now, open, choice.at)));
  });
  return onDuty(world, duty, by, done);
};

/** The same for one press that is repeated within its turn, and another for each new one. */
export const idOf = (...parts: readonly (string | number)[]): string =>
  createHash("sha256").update(parts.join("\n")).digest("base64url").slice(0, 22);

export const give = async (
  world: ChoiceWorld,
  duty: string,
  by: PersonId,
  to: string,
  reason: string,
): Promise<Acted<DutyView>> => {
  const id = idOf("given", duty, by, world.clock.now());
  const found = named(world.directory.people(), to);
  const news = { what: "given", about: id } as const;
  const decide = (now: KeptCase, _open: Duty, choice: Choice): Decided => {
    if (found.found === "none") return unclear(found.why);
    if (workerOf(world.directory, now.facts)?.id === found.person.id)
      return unclear("That is the worker of this case, who cannot be asked to do what is owed on their own work.");
    return kept(decideGive(now, choice, { id, to: found.person.id, reason: reason.trim() }));
  };
  return onDuty(world, duty, by, await actOnDuty(world, duty, { by, action: "give", says: reason }, decide, news));
};

const weekMs = 7 * 24 * 3_600_000;

const longerThan = (duty: Duty, weeks: number): boolean =>
  duty.dueAt === null || duty.lastDone === null || duty.lastDone + weeks * weekMs > duty.dueAt;

/** MO-T11: asked here, decided by somebody else; until then the standard runs. */
export const lessen = async (
  world: ChoiceWorld,
  duty: string,
  by: PersonId,
  typed: { readonly everyWeeks: string; readonly until: string; readonly reason: string },
): Promise<Acted<DutyView>> => {
  const id = idOf("lessen", duty, by, world.clock.now());
  const news = { what: "lessOftenAsked", about: id } as const;
  const decide = (now: KeptCase, open: Duty, choice: Choice): Decided => {
    const why = fixed(world, open);
    if (why !== null) return unclear(why);
    const weeks = Number(typed.everyWeeks.trim());
    if (!Number.isInteger(weeks) || weeks < 1 || weeks > 52) return unclear("Write the number of weeks, from 1 to 52.");
    if (!longerThan(open, weeks)) return unclear("That is not less often than the standard. Write more weeks.");
    const until = dayAhead(typed.until, choice.at);
    if (until === null) return unclear(unread);
    const today = londonDate(choice.at);
    if (until <= today || until > addDays(today, 366)) return unclear("Choose a day after today and within a year.");
    return kept(decideLessen(now, choice, { id, everyWeeks: weeks, until, reason: typed.reason.trim() }));
  };
  return onDuty(
    world,
    duty,
    by,
    await actOnDuty(world, duty, { by, action: "lessen", says: typed.reason }, decide, news),
  );
};
