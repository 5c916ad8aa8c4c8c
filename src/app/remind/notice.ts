import type { AskView, Notice, NoticeFact } from "../../domain/case/notice.ts";
import type { KeptCase } from "../../domain/case/fold.ts";
import type { WorkFact } from "../../domain/case/work.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import { clause as clauseOf } from "../../rules/rulebook.ts";
import { dayInWords, inWords } from "../../time/say.ts";
import { readCase } from "../cases/kept.ts";
import { deliverKept, type Settled } from "../kept/deliver.ts";
import type { Messenger } from "../ports/messenger.ts";
import { hereFor, lineAbove } from "../report/line.ts";
import type { RemindDeps } from "./deps.ts";
import { openDuty } from "./found.ts";
import { keptNotices } from "./notice-kept.ts";
import { workerOf } from "./owner.ts";

type Deps = Pick<RemindDeps, "records" | "clock" | "directory" | "council" | "rulebook"> & {
  readonly messenger: Messenger;
};
type Words = Pick<RemindDeps, "directory" | "council" | "rulebook">;
type Of<K extends WorkFact["kind"]> = Extract<WorkFact, { kind: K }>;

const settled = (...facts: readonly NoticeFact[]): Settled<NoticeFact> => ({ outcome: "settled", facts });

/** The choice on the case that a notice tells of; undefined while the case does not have it. */
const choiceOf = (now: KeptCase, { what, about }: Notice): WorkFact | undefined =>
  now.work.find((fact) => fact.kind === what && "id" in fact && fact.id === about);

const givenOf = (now: KeptCase, id: string): Of<"given"> | undefined =>
  now.work.find((fact): fact is Of<"given"> => fact.kind === "given" && fact.id === id);
const askedOf = (now: KeptCase, id: string): Of<"lessOftenAsked"> | undefined =>
  now.work.find((fact): fact is Of<"lessOftenAsked"> => fact.kind === "lessOftenAsked" && fact.id === id);

/** Who decides on less often: the nearest more senior manager who is here and did not ask; else whoever oversees. */
export const approversOf = (
  { directory, council }: Pick<RemindDeps, "directory" | "council">,
  now: KeptCase,
  by: PersonId,
  asOf: Instant,
): readonly PersonId[] => {
  const worker = workerOf(directory, now.facts);
  const senior = worker === undefined ? lineAbove(directory, by) : lineAbove(directory, worker.id).slice(1);
  const near = senior.map((id) => hereFor(directory, id, asOf)).find((id) => id !== by && id !== worker?.id);
  if (near !== undefined) return [near];
  const overseeing = Object.keys(council.posts).filter((post) => council.posts[post]?.oversees === true);
  const people = overseeing.flatMap((post) => directory.holders(post, asOf).people.map(({ id }) => id));
  return [...new Set(people)].filter((id) => id !== by);
};

const hearersOf = (deps: Deps, now: KeptCase, notice: Notice, asOf: Instant): readonly PersonId[] => {
  const given = givenOf(now, notice.about);
  const ask = askedOf(now, notice.about);
  switch (notice.what) {
    case "given":
      return given === undefined ? [] : [given.to];
    case "taken":
    case "handedBack":
      return given === undefined ? [] : [given.by];
    case "lessOftenAsked":
      return ask === undefined ? [] : approversOf(deps, now, ask.by, asOf);
    case "lessOftenApproved":
    case "lessOftenRefused":
      return ask === undefined ? [] : [ask.by];
  }
};

/** A choice that the case does not have came to nothing, and nobody hears of it. */
const address = async (deps: Deps, notice: Notice): Promise<Settled<NoticeFact>> => {
  const at = deps.clock.now();
  const now = (await readCase(deps.records, notice.caseRef))?.state;
  const stands = now !== undefined && choiceOf(now, notice) !== undefined;
  return settled({ kind: "addressed", at, to: stands ? [...hearersOf(deps, now, notice, at)] : [] });
};

const nameIn =
  ({ directory }: Words) =>
  (id: PersonId): string =>
    directory.person(id)?.name ?? id;

/** What somebody is asked to answer, as the case has it; null when nothing is. */
export const askViewOf = (words: Words, now: KeptCase, id: string, asOf: Instant): AskView | null => {
  const given = givenOf(now, id);
  const ask = askedOf(now, id);
  const about = given ?? ask;
  if (about === undefined) return null;
  const clause = clauseOf(words.rulebook, about.clause);
  const base = {
    ...{ caseRef: now.ref, id, clause: about.clause, reason: about.reason, from: nameIn(words)(about.by) },
    ...{ title: clause?.title ?? about.clause, words: clause?.words ?? "" },
  };
  if (ask !== undefined) {
    const weeks = `every ${String(ask.everyWeeks)} ${ask.everyWeeks === 1 ? "week" : "weeks"}`;
    return { ...base, asks: "approve", until: ask.until, detail: `${weeks} until ${dayInWords(ask.until, asOf)}` };
  }
  const dueAt = given === undefined ? null : (openDuty(words, now, given.duty, asOf)?.dueAt ?? null);
  const late = dueAt !== null && dueAt < asOf;
  const detail = dueAt === null ? "no limit is stated" : `${late ? "was due" : "due"} ${inWords(dueAt, asOf)}`;
  return { ...base, asks: "take", until: null, detail };
};

const sentenceOf = (words: Words, now: KeptCase, choice: WorkFact, view: AskView): string => {
  const who = "by" in choice ? nameIn(words)(choice.by) : "";
  const what = `${view.title} (${view.clause}) on ${view.caseRef}`;
  const reason = "reason" in choice ? `: ${choice.reason}` : "";
  switch (choice.kind) {
    case "taken":
      return `${who} has accepted ${what} from you.`;
    case "handedBack":
      return `${who} hands ${what} back to you${reason}. It is yours again.`;
    case "lessOftenApproved":
      return `${who} approved ${what}: ${view.detail}. Its record is asked for now (type “due ${view.caseRef}”).`;
    case "lessOftenRefused":
      return `${who} did not approve ${what} less often${reason}. It stays as often as the standard.`;
    case "given":
    case "lessOftenAsked":
    case "recorded":
    case "confirmed":
    case "stepDone":
    case "snoozed":
      return what;
  }
};

const tell = async (deps: Deps, notice: Notice, to: PersonId): Promise<Settled<NoticeFact>> => {
  const at = deps.clock.now();
  const now = (await readCase(deps.records, notice.caseRef))?.state;
  const choice = now === undefined ? undefined : choiceOf(now, notice);
  const view = now === undefined ? null : askViewOf(deps, now, notice.about, at);
  if (now === undefined || choice === undefined || view === null) return settled({ kind: "told", at, to });
  const asks = choice.kind === "given" || choice.kind === "lessOftenAsked";
  const message = asks
    ? ({ kind: "asked", ask: view } as const)
    : ({ kind: "word", text: sentenceOf(deps, now, choice, view) } as const);
  const sent = await deps.messenger.send({ person: to }, message);
  if (sent.outcome === "later") return sent;
  if (sent.outcome === "unreachable") return settled({ kind: "unreachable", at, to, why: sent.why });
  return settled({ kind: "told", at, to });
};

/** Says what a notice owes by now. At least once: a crash between Teams' acceptance and our keeping it says it again. */
export const deliverNotice = (deps: Deps, id: string): Promise<void> =>
  deliverKept(keptNotices(deps.records), id, deps.clock, ({ state }, due) =>
    due.kind === "address" ? address(deps, state) : tell(deps, state, due.to),
  );
