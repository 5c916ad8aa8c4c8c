import type { Instant } from "../../domain/instants.ts";
import { reportRefPattern } from "../../domain/ids.ts";
import type { PersonId } from "../../domain/people.ts";
import { recordMeeting } from "../../rules/record/form.ts";
import { readWhen } from "../../time/read.ts";
import type { ChoiceDoor, HeardHappening, RecordTyped } from "../reminding.ts";
import type { RemindDeps } from "./deps.ts";
import { named } from "./named.ts";

const caseRefPattern = /\b[a-z]{2,6}-\d{3,10}\b/i;
/** Words around it that say nothing more. Anything else is a report, or a question: "visited and found bruises". */
const small =
  /\b(?:the|a|an|child|young|person|yp|is|are|was|were|has|have|had|been|now|just|case|for|on|at|in|of|with|about|re|today's|please|thanks|i|we|from)\b/gi;

const tidy = (text: string): string =>
  text
    .replace(/[.,;:!?]+(?=\s|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim();

interface Phrase {
  readonly words: string;
  readonly happening: string;
}

/** Every way to say what happened, the longest first: "strategy meeting held" before "strategy meeting". */
const phrasesOf = ({ rulebook: { vocabulary } }: Pick<RemindDeps, "rulebook">): readonly Phrase[] =>
  Object.entries(vocabulary.happenings)
    .flatMap(([happening, { heard }]) => heard.map((words) => ({ words: words.toLowerCase(), happening })))
    .toSorted((a, b) => b.words.length - a.words.length);

/** "to Aisha Malik": to whom a case was reallocated, where the happening asks for a worker. */
const toWhom = (deps: RemindDeps, happenings: readonly string[], rest: string): RecordTyped | null => {
  const asksWorker = happenings.some((name) => deps.rulebook.vocabulary.happenings[name]?.facts.includes("worker"));
  const name = /^to (.+)$/.exec(rest)?.[1];
  if (!asksWorker || name === undefined) return null;
  const found = named(deps.directory.people(), name);
  return found.found === "one" ? { worker: found.person.name } : { worker: name };
};

const readRest = (
  deps: RemindDeps,
  happenings: readonly string[],
  rest: string,
  asOf: Instant,
): Pick<HeardHappening, "when" | "typed"> | null => {
  const typed = toWhom(deps, happenings, rest);
  if (typed !== null) return { when: "", typed };
  const when = tidy(rest.replace(small, " "));
  return when === "" || readWhen(when, asOf).ok ? { when, typed: {} } : null;
};

/**
 * What some words say happened on a case: one of the policies' own phrases, perhaps a reference, perhaps when, and nothing
 * else. Null when they say more, or something else. The policies' words are read once, here.
 */
export const heardOf = (deps: RemindDeps): ChoiceDoor["heard"] => {
  const phrases = phrasesOf(deps);
  const { rulebook, clock } = deps;
  return (_by: PersonId, text: string) => {
    const asOf = clock.now();
    if (text.length > 200 || reportRefPattern.test(text)) return Promise.resolve(null);
    const caseRef = caseRefPattern.exec(text)?.[0] ?? null;
    const said = ` ${tidy((caseRef === null ? text : text.replace(caseRef, " ")).toLowerCase())} `;
    const first = phrases.find(({ words }) => said.includes(` ${words} `));
    if (first === undefined) return Promise.resolve(null);
    const ids = [...new Set(phrases.filter(({ words }) => words === first.words).map(({ happening }) => happening))];
    const rest = readRest(deps, ids, said.replace(` ${first.words} `, " ").trim(), asOf);
    if (rest === null) return Promise.resolve(null);
    const happenings = ids.map((id) => ({
      id,
      title: rulebook.vocabulary.happenings[id]?.title ?? id,
      records: recordMeeting(rulebook, { metBy: [id], startedBy: null }, asOf) !== null,
    }));
    return Promise.resolve({ caseRef: caseRef?.toUpperCase() ?? null, happenings, ...rest });
  };
};
