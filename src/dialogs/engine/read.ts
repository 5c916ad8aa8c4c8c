import type { Draft } from "../../domain/draft.ts";
import type { Instant } from "../../domain/instants.ts";
import type { FactValue } from "../../domain/report/facts.ts";
import type { Ask, Reading } from "./ask.ts";
import { type Fault, faultWords, personalFaults, pressOn } from "./faults.ts";
import { personalDetail } from "./personal.ts";
import type { Taken } from "./screen.ts";

/** What a whole card of answers came to. `kept` always has everything that was typed. */
export interface CardRead {
  readonly taken: Taken;
  readonly kept: Draft["kept"];
  readonly refusals: Draft["refusals"];
}

/** What was typed into an input: now, else last time, else what was suggested to begin with. */
export const shownValue = (asked: Ask, kept: Draft["kept"]): string =>
  Object.hasOwn(kept, asked.name) ? (kept[asked.name] ?? "") : asked.initial;

/** What came in for these inputs, as typed. One that the client left out is not there, so that nothing is wiped by silence. */
export const typedInto = (asks: readonly Ask[], input: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    asks.flatMap(({ name }) => (Object.hasOwn(input, name) ? [[name, input[name] ?? ""] as const] : [])),
  );

const isPersonal = (fault: Fault): boolean => personalFaults.some((personal) => personal === fault);

const wordsFor = (asked: Ask, fault: Fault): string => {
  const words = asked.words[fault] ?? faultWords[fault];
  return asked.pressOn && isPersonal(fault) ? words + pressOn : words;
};

/** A warning is passed by pressing again with the same text under the same warning. */
const pressedOn = (asked: Ask, fault: Fault, raw: string, draft: Draft): boolean =>
  asked.pressOn && draft.kept[asked.name] === raw && draft.refusals[asked.name] === wordsFor(asked, fault);

const readOne = (asked: Ask, raw: string, draft: Draft, asOf: Instant, needsAll: boolean): Reading => {
  const typed = raw.trim();
  if (typed === "") {
    return asked.required && needsAll ? { outcome: "refused", why: "missing" } : { outcome: "none", said: raw };
  }
  const personal = personalDetail(typed, asOf);
  if (personal !== null && !pressedOn(asked, personal, raw, draft)) return { outcome: "refused", why: personal };
  return asked.read(typed, asOf);
};

/** Reads a card of answers. `needsAll` is false where what is missing may come later. */
export const readCard = (
  asks: readonly Ask[],
  input: Readonly<Record<string, string>>,
  draft: Draft,
  asOf: Instant,
  needsAll: boolean,
): CardRead => {
  const taken: Record<string, FactValue> = {};
  const kept: Record<string, string> = { ...draft.kept };
  const refusals: Record<string, string> = {};
  const typed = { ...draft.kept, ...typedInto(asks, input) };
  for (const asked of asks) {
    const raw = typed[asked.name] ?? "";
    const reading = readOne(asked, raw, draft, asOf, needsAll);
    if (reading.outcome === "read") taken[asked.name] = reading.value;
    if (reading.outcome === "refused") refusals[asked.name] = wordsFor(asked, reading.why);
    if (Object.hasOwn(typed, asked.name)) kept[asked.name] = reading.outcome === "refused" ? raw : reading.said;
  }
  return { taken, kept, refusals };
};
