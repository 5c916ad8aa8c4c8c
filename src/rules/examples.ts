import type { ClauseId, PolicyId } from "../domain/ids.ts";
import type { Instant } from "../domain/instants.ts";
import type { Answers } from "../domain/report/facts.ts";
import type { Vocabulary } from "../domain/vocabulary.ts";
import { exampleOf } from "./duty/example.ts";
import type { ExampleOutcome } from "./duty/example.ts";
import { readInstant, sayInstant } from "./engine/instants.ts";
import { readFacts } from "./engine/facts.ts";
import { assessClause } from "./engine/clause.ts";
import type { ClauseOutcome } from "./engine/clause.ts";
import type { FactReader } from "./engine/condition.ts";
import type { Hours } from "./engine/timing.ts";
import { factReader } from "./engine/reader.ts";
import { eventsOfClause } from "./policy/clause.ts";
import type { Clause, Loaded } from "./policy/clause.ts";
import type { ExampleSource } from "./policy/schema.ts";
import { plainRulebook } from "./rulebook.ts";
import type { TellOwed } from "./types.ts";

/** One thing that an example got wrong; `at` is the key inside the example ("expect", "dueAt"). */
export interface Miss {
  readonly at: readonly (string | number)[];
  readonly wrong: string;
  readonly instead: string;
}

export interface ExampleRun {
  readonly policy: PolicyId;
  readonly clause: ClauseId;
  readonly says: string;
  /** Empty when the example holds. */
  readonly misses: readonly Miss[];
}

/** Runs every worked example of every clause, without any council's house rules. */
export const runExamples = (loaded: Loaded): readonly ExampleRun[] => {
  const rulebook = plainRulebook(loaded);
  return rulebook.clauses.flatMap((clause) =>
    clause.examples.map((example) => ({
      policy: clause.policy,
      clause: clause.id,
      says: example.says,
      misses: runExample(clause, example, loaded.vocabulary, rulebook, besides(clause, rulebook.clauses)),
    })),
  );
};

/** The other clauses of a clause's policy. */
const besides = (clause: Clause, all: readonly Clause[]): readonly Clause[] =>
  all.filter((each) => each.policy === clause.policy && each !== clause);

/**
 * Runs one example against its own clause alone: what other clauses on the event would say plays no part. Only a duty that
 * another's being overdue starts looks at `others`, the rest of its policy.
 */
export const runExample = (
  clause: Clause,
  example: ExampleSource,
  vocabulary: Vocabulary,
  hours: Hours,
  others: readonly Clause[] = [],
): readonly Miss[] => {
  if (clause.duty !== undefined) return compareDuty(example, exampleOf(clause, example, vocabulary, hours, others));
  const event = example.event ?? eventsOfClause(clause)[0];
  if (event === undefined) return [miss(["given"], `${clause.id} is on no event`, "remove the example, or write on:")];
  const read = readFacts(vocabulary, event, example.given);
  if (read.outcome === "refused") return read.faults.map((fault) => miss(["given"], ...halves(fault)));
  const asked = example.asOf === undefined ? undefined : readInstant(example.asOf);
  if (example.asOf !== undefined && asked === undefined)
    return [miss(["asOf"], `${example.asOf} is not a date and time`, "write one like 2026-04-01T18:00")];
  const facts = factReader(vocabulary, read.facts);
  const result = decide(clause, example, event, facts, asked, latest(read.facts, vocabulary), hours);
  return result.outcome === "unanswered"
    ? [miss(["given"], `${result.facts.join(" and ")} must be given`, `write ${result.facts.join(": …, ")}: …`)]
    : compare(example, result);
};

const miss = (at: Miss["at"], wrong: string, instead: string): Miss => ({ at, wrong, instead });
const halves = (fault: string): [string, string] => {
  const [wrong = "", instead = ""] = fault.split(/: (.*)/s);
  return [wrong, instead];
};

/** Without `asOf` the question is put at the latest instant given; a clause that is waiting then is asked again when it matures. */
const decide = (
  clause: Clause,
  example: ExampleSource,
  event: string,
  read: FactReader,
  asked: Instant | undefined,
  last: Instant,
  hours: Hours,
): ClauseOutcome => {
  const first = assessClause(clause, { event, read, asOf: asked ?? last }, hours);
  if (asked !== undefined || first.outcome !== "watch" || example.expect.watch === true) return first;
  return assessClause(clause, { event, read, asOf: first.watched.maturesAt }, hours);
};

const latest = (facts: Answers, vocabulary: Vocabulary): Instant =>
  Math.max(
    0,
    ...Object.entries(facts).flatMap(([name, value]) =>
      vocabulary.facts[name]?.type === "instant" && typeof value === "number"
        ? [value]
        : vocabulary.facts[name]?.type === "date"
          ? [readInstant(String(value)) ?? 0]
          : [],
    ),
  );

const compare = ({ expect }: ExampleSource, result: ClauseOutcome): readonly Miss[] => {
  const found = result.outcome === "applies" ? result.applied : result.outcome === "watch" ? result.watched : null;
  const tell = result.outcome === "applies" ? result.applied.tell : null;
  return [
    ...same(["applies"], expect.applies, result.outcome === "applies", String),
    ...same(["watch"], expect.watch, result.outcome === "watch", String),
    ...(expect.applies === false && expect.watch !== true && result.outcome === "watch"
      ? [
          miss(
            ["expect", "applies"],
            "expected applies false, but the clause will apply later",
            "write watch: true too",
          ),
        ]
      : []),
    ...sameInstant(["maturesAt"], expect.maturesAt, found?.maturesAt),
    ...sameInstant(["dueAt"], expect.dueAt, found?.dueAt),
    ...same(["phone"], expect.phone, found?.phone ?? false, String),
    ...(expect.tell === undefined ? [] : compareTell(expect.tell, tell)),
  ];
};

const compareDuty = ({ expect }: ExampleSource, result: ExampleOutcome): readonly Miss[] => {
  if (result.outcome === "refused") return [miss(result.at, ...halves(result.fault))];
  const { duty, later, maturesAt, lastDone } = result;
  const applies = expect.applies ?? (expect.state === undefined && expect.lastDone === undefined ? undefined : true);
  const none = duty === null && later === null ? undefined : null;
  return [
    ...same(["applies"], applies, duty !== null, String),
    ...same(["watch"], expect.watch, duty === null && later !== null, String),
    ...sameInstant(["maturesAt"], expect.maturesAt, none === undefined ? undefined : maturesAt),
    ...sameInstant(["dueAt"], expect.dueAt, (duty ?? later)?.dueAt),
    ...same(["state"], expect.state, duty?.state, String),
    ...same(["lastDone"], expect.lastDone, duty === null ? undefined : lastDone, String),
  ];
};

const same = <T>(at: Miss["at"], wanted: T | undefined, got: T, say: (value: T) => string): readonly Miss[] =>
  wanted === undefined || wanted === got
    ? []
    : [miss(["expect", ...at], `expected ${at.join(" ")} ${say(wanted)}, got ${say(got)}`, correct)];

const correct = "correct the clause or the example";

/** `got` is undefined when the clause neither applies nor will. */
const sameInstant = (
  at: Miss["at"],
  wanted: string | null | undefined,
  got: Instant | null | undefined,
): readonly Miss[] => {
  if (wanted === undefined) return [];
  const instant = wanted === null ? null : readInstant(wanted);
  const where = ["expect", ...at];
  if (instant === undefined)
    return [miss(where, `${String(wanted)} is not a date and time`, "write one like 2026-04-01T18:00")];
  if (got === instant) return [];
  const shown = got === undefined ? "nothing: the clause does not apply" : sayInstant(got);
  return [miss(where, `expected ${String(at.at(-1))} ${sayInstant(instant)}, got ${shown}`, correct)];
};

type ExpectedTell = NonNullable<ExampleSource["expect"]["tell"]>;

const compareTell = (wanted: ExpectedTell, got: readonly TellOwed[] | null): readonly Miss[] => {
  const say = (tell: { readonly post: string; readonly how?: string | undefined }) =>
    tell.how === undefined ? tell.post : `${tell.post} (${tell.how})`;
  const rest = [...(got ?? [])];
  const misses = wanted.flatMap((tell, index) => {
    const at = rest.findIndex(({ post, how }) => post === tell.post && (tell.how === undefined || how === tell.how));
    const [match] = at < 0 ? [] : rest.splice(at, 1);
    if (match) return sameInstant(["tell", index, "dueAt"], tell.dueAt, match.dueAt);
    return [
      miss(["expect", "tell", index], `expected ${say(tell)} to be told, got ${listed(got ?? [], say)}`, correct),
    ];
  });
  return rest.length === 0
    ? misses
    : [...misses, miss(["expect", "tell"], `told as well, though not expected: ${listed(rest, say)}`, correct)];
};

const listed = <T>(items: readonly T[], say: (item: T) => string): string => items.map(say).join(", ") || "nobody";
