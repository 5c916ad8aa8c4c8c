import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import type { Copy, Telling } from "./facts.ts";
import type { Report, TellingProgress } from "./state.ts";

/** A telling that nobody was found for yet. */
export const fresh = (telling: Telling): TellingProgress => ({
  ...telling,
  to: [],
  channels: [],
  note: null,
  chase: null,
  repeats: 0,
  handedTo: [],
  judgement: null,
  gap: null,
  told: [],
  unreachable: [],
});

export const withTelling = (
  report: Report,
  id: string,
  change: (telling: TellingProgress) => Partial<TellingProgress>,
): Report => ({ ...report, tellings: report.tellings.map((t) => (t.id === id ? { ...t, ...change(t) } : t)) });

export const withCopy = (report: Report, copy: Copy, at: Instant): Report =>
  report.copies.some((known) => known.activity === copy.activity && known.conversation === copy.conversation)
    ? report
    : { ...report, copies: [...report.copies, { ...copy, at }] };

export const firstReached = (report: Report, by: PersonId, at: Instant): Report =>
  report.reached.has(by) ? report : { ...report, reached: new Map([...report.reached, [by, at]]) };

/** New tellings keep their number, unless somebody else's took it while these were worked out. */
export const withTellings = (report: Report, tellings: readonly Telling[]): readonly TellingProgress[] =>
  tellings.reduce<readonly TellingProgress[]>((known, telling) => {
    const taken = known.some(({ id }) => id === telling.id);
    return [...known, fresh(taken ? { ...telling, id: `t${String(known.length + 1)}` } : telling)];
  }, report.tellings);
