import type { Happened } from "../../domain/case/case.ts";
import type { CaseEntry } from "../../domain/case/facts.ts";
import type { KeptCase } from "../../domain/case/fold.ts";
import { caseRefusals } from "../../domain/case/permissions.ts";
import type { HappeningView } from "../../domain/case/view.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Answers } from "../../domain/report/facts.ts";
import { OutsideCalendar } from "../../time/calendar.ts";
import { dayInWords, inWords } from "../../time/say.ts";
import { londonDate } from "../../time/london.ts";
import { readCase } from "../cases/kept.ts";
import type { Acted, RecordTyped } from "../reminding.ts";
import { act, barred, type ChoiceWorld, type Decided } from "./choice.ts";
import { changesBetween } from "./happen-changes.ts";
import { definitionOf, nowTyped, questionsOf, readFacts, readWhenSaid, type WhenSaid } from "./happen-read.ts";

/** What somebody says: the happening, when and the answers, all as typed. */
export interface Saying {
  readonly caseRef: string;
  readonly happening: string;
  readonly when: string;
  readonly typed: RecordTyped;
}

const refused = (why: string) => ({ outcome: "refused", why }) as const;

const noSuch = "I don't know that as something that happens on a case. Type “help” to see what I can do.";

const blank = ({ rulebook }: ChoiceWorld, { caseRef, happening, when, typed }: Saying): HappeningView => ({
  ...{ caseRef, happening, when, on: null, started: [], ended: [] },
  title: rulebook.vocabulary.happenings[happening]?.title ?? happening,
  questions: questionsOf(rulebook.vocabulary, happening, typed),
  report: reportOf({ rulebook }, happening, caseRef),
});

/** The report that a happening calls for, in words that the report's own screens read (W-N2K-10, W-N2K-19). */
export const reportOf = (
  { rulebook: { vocabulary } }: Pick<ChoiceWorld, "rulebook">,
  happening: string,
  caseRef: string,
): string | null => {
  const { title = "", reports } = vocabulary.happenings[happening] ?? {};
  const event = reports === undefined ? undefined : vocabulary.events[reports];
  return event === undefined ? null : `${event.title}. ${title}. ${caseRef}`.trim();
};

/** What saying it asks for. Somebody who may not see the case is told no more than that. */
export const asking = async (world: ChoiceWorld, by: PersonId, saying: Saying): Promise<Acted<HappeningView>> => {
  const { rulebook, records, clock } = world;
  if (rulebook.vocabulary.happenings[saying.happening] === undefined) return refused(noSuch);
  const when = saying.when.trim() === "" ? nowTyped(clock.now()) : saying.when;
  const view = blank(world, { ...saying, when });
  if (saying.caseRef === "") return { outcome: "done", view };
  const held = await readCase(records, saying.caseRef);
  const wish = { ref: saying.caseRef, by, action: "say" } as const;
  const why = held === undefined ? caseRefusals.see : barred(world, held.state, null, wish, clock.now());
  return why === null ? { outcome: "done", view } : refused(why);
};

/** Facts of the case that a happening brings and a caseload brings too: the new worker. They hold until a caseload differs. */
const factsOfCase = ({ rulebook: { vocabulary } }: ChoiceWorld, facts: Answers): Answers =>
  Object.fromEntries(
    Object.entries(facts).filter(([name]) => {
      const definition = definitionOf(vocabulary, name);
      return definition !== undefined && "column" in definition && definition.column !== undefined;
    }),
  );

const known = (now: KeptCase, id: string): boolean => now.happened.some((each) => each.id === id);

const entriesOf = (world: ChoiceWorld, happened: Happened, at: number): CaseEntry[] => {
  const facts = factsOfCase(world, happened.facts);
  const entry: CaseEntry = { kind: "happened", at, happened };
  const changes = Object.keys(facts).length > 0;
  return changes ? [{ kind: "loaded", at, source: `said by ${happened.by ?? ""}`, facts }, entry] : [entry];
};

/** Something that somebody says happened, with an id that makes saying it again harmless. */
export const happenedBy = (
  happening: string,
  { on, dateOnly, key }: WhenSaid,
  facts: Answers,
  by: PersonId,
): Happened => ({
  ...{ id: `said:${happening}:${key}`, happening, on, dateOnly, facts, by },
});

/** Keeps that something happened; told again it changes nothing. The answer shows which duties it started and ended. */
export const say = async (world: ChoiceWorld, by: PersonId, saying: Saying): Promise<Acted<HappeningView>> => {
  const { rulebook, clock, directory } = world;
  const asOf = clock.now();
  const view = blank(world, saying);
  if (rulebook.vocabulary.happenings[saying.happening] === undefined) return refused(noSuch);
  if (saying.caseRef.trim() === "")
    return { outcome: "unclear", why: "Which case is it? Write its reference, such as AMB-1042.", view };
  const when = readWhenSaid(saying.when, asOf);
  const read = readFacts(rulebook.vocabulary, saying.happening, saying.typed, directory.people(), asOf);
  const decide = (now: KeptCase, at: number): Decided => {
    if ("why" in when) return { outcome: "unclear", why: when.why };
    if ("why" in read) return { outcome: "unclear", why: read.why };
    const happened = happenedBy(saying.happening, when, read.facts, by);
    return known(now, happened.id)
      ? { outcome: "late", why: "This was said before, so nothing was changed." }
      : { outcome: "keep", entries: entriesOf(world, happened, at) };
  };
  return answered(world, { ...saying, caseRef: saying.caseRef.trim() }, when, by, decide);
};

const answered = async (
  world: ChoiceWorld,
  saying: Saying,
  when: ReturnType<typeof readWhenSaid>,
  by: PersonId,
  decide: (now: KeptCase, at: number) => Decided,
): Promise<Acted<HappeningView>> => {
  const asOf = world.clock.now();
  const view = blank(world, saying);
  try {
    const done = await act(world, { ref: saying.caseRef, by, action: "say" }, () => null, decide);
    if (done.outcome === "refused") return done;
    const on = "why" in when ? null : when.dateOnly ? dayInWords(londonDate(when.on), asOf) : inWords(when.on, asOf);
    if (done.outcome === "unclear") return { outcome: "unclear", why: done.why, view };
    if (done.outcome === "late") return { outcome: "late", why: done.why, view: { ...view, on } };
    return { outcome: "done", view: { ...view, on, ...changesBetween(world, done.before, done.now, asOf) } };
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error;
    return { outcome: "unclear", why: "That date is too far away to count from. Check the year.", view };
  }
};
