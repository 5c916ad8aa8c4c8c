import type { Instant } from "../../domain/instants.ts";
import type { ClauseId } from "../../domain/ids.ts";
import type { Answers } from "../../domain/report/facts.ts";
import { dayNumber, londonDate } from "../../time/london.ts";
import { testOf } from "../duty/reading.ts";
import type { Clause } from "../policy/clause.ts";
import type { RecordRuleSource } from "../policy/record-schema.ts";
import { isInForce } from "../rulebook.ts";
import type { Circumstance, Heading, RecordForm, RecordRules } from "./types.ts";

interface Held {
  readonly clause: Clause;
  readonly holds: RecordRuleSource;
}

const heldIn = ({ clauses }: Pick<RecordRules, "clauses">, asOf: Instant): readonly Held[] =>
  clauses.flatMap((clause) => {
    const { holds } = clause;
    return holds === undefined || !isInForce(clause, asOf) ? [] : [{ clause, holds }];
  });

/** A rule that asks for what confirms a record asks it of that record: PS-16 names the record, WQ-7.3a the supervision. */
const namesOf = ({ vocabulary }: RecordRules, happening: string): readonly string[] => [
  happening,
  ...(vocabulary.happenings[happening]?.record?.confirmedBy === undefined
    ? []
    : [vocabulary.happenings[happening].record.confirmedBy]),
];

const about = (names: readonly string[], { holds }: Held): boolean =>
  holds.records.some((name) => names.includes(name));

const forCase = ({ vocabulary }: RecordRules, { holds }: Held, facts: Answers, asOf: Instant): boolean =>
  holds.when === undefined || testOf(holds.when, vocabulary)(facts, null, dayNumber(londonDate(asOf)));

/** Whether this happening is told by writing a record with headings or actions. */
export const needsRecord = (rules: RecordRules, happening: string, asOf: Instant): boolean =>
  heldIn(rules, asOf).some((held) => about(namesOf(rules, happening), held));

/**
 * What a record of this happening must hold on a case with these facts, by the clauses in use and in force, in their order;
 * null when no clause asks for a record of it. Pure. Clauses: MO-03, MO-04, WQ-7.3a, PS-16 and whatever else `holds`.
 */
export const recordForm = (rules: RecordRules, happening: string, facts: Answers, asOf: Instant): RecordForm | null => {
  const names = namesOf(rules, happening);
  const asked = heldIn(rules, asOf).filter((held) => about(names, held) && forCase(rules, held, facts, asOf));
  if (asked.length === 0) return null;
  return {
    happening,
    title: titleOf(rules, happening),
    headings: headingsOf(asked),
    actions: asked.find(({ holds }) => holds.actions === true)?.clause.id ?? null,
    noTimescales: asked.flatMap(({ clause, holds }) =>
      holds.noTimescales.map((wording) => ({ wording, clause: clause.id })),
    ),
    rules: asked.map(({ clause }) => ({ clause: clause.id, words: clause.words })),
    confirmedBy: rules.vocabulary.happenings[happening]?.record?.confirmedBy ?? confirmedBeside(rules, happening, asOf),
  };
};

/** A record for a circumstance is confirmed as its routine one is. */
const confirmedBeside = (rules: RecordRules, happening: string, asOf: Instant): string | null => {
  const root = routineOf(rules, happening, asOf);
  return rules.vocabulary.happenings[root]?.record?.confirmedBy ?? null;
};

/** Two clauses that give one id to two headings are both asked. */
const headingsOf = (asked: readonly Held[]): readonly Heading[] => {
  const taken = new Set<string>();
  return asked.flatMap(({ clause, holds }) =>
    holds.headings.map(({ id, title, under, hint, optional, fills }) => {
      const own = taken.has(id) ? `${id}.${clause.id}` : id;
      taken.add(own);
      return {
        id: own,
        title,
        under: under ?? null,
        hint: hint ?? null,
        optional: optional === true,
        carries: fills !== undefined,
        clause: clause.id,
      };
    }),
  );
};

const titleOf = ({ vocabulary }: RecordRules, happening: string): string =>
  vocabulary.happenings[happening]?.record?.title ?? vocabulary.happenings[happening]?.title ?? happening;

/** The happenings that share their headings with this one: a routine record and those for its circumstances. */
const siblings = (rules: RecordRules, happening: string, asOf: Instant): readonly string[] => [
  ...new Set(
    heldIn(rules, asOf)
      .filter(({ holds }) => holds.headings.length > 0 && holds.records.includes(happening))
      .flatMap(({ holds }) => holds.records),
  ),
];

/** The routine record of the same family as this one; the happening itself when it is routine, or has no family. */
export const routineOf = (rules: RecordRules, happening: string, asOf: Instant): string => {
  const routine = (name: string): boolean => rules.vocabulary.happenings[name]?.record !== undefined;
  if (routine(happening)) return happening;
  return siblings(rules, happening, asOf).find(routine) ?? happening;
};

/** The happenings that meet what a happening started; none for a duty that comes again by itself. */
const meets = ({ duty }: Clause): readonly string[] => (duty?.on === undefined ? [] : [duty.metBy ?? []].flat());

/** The clause that a record of this happening is for: the one that fewest others meet, or that says what only it must hold. */
const clauseFor = ({ clauses }: RecordRules, happening: string, asOf: Instant): Clause | undefined => {
  const current = clauses.filter((clause) => isInForce(clause, asOf));
  const met = current.filter((clause) => meets(clause).includes(happening));
  const [closest] = met.toSorted((a, b) => meets(a).length - meets(b).length);
  return closest ?? current.find(({ holds }) => holds?.records.every((name) => name === happening) === true);
};

/**
 * The circumstances among which somebody chooses beside the routine record, in the clauses' order (MO-T01 to T20). A record
 * for one of them is its own happening and never the routine one.
 */
export const circumstancesOf = (rules: RecordRules, happening: string, asOf: Instant): readonly Circumstance[] => {
  const routine = routineOf(rules, happening, asOf);
  const found = siblings(rules, routine, asOf).flatMap((name) => {
    const clause = name === routine ? undefined : clauseFor(rules, name, asOf);
    return clause === undefined ? [] : [{ clause: clause.id, title: clause.title, happening: name }];
  });
  const place = (id: ClauseId): number => rules.clauses.findIndex((clause) => clause.id === id);
  return found.toSorted((a, b) => place(a.clause) - place(b.clause));
};

/** A duty, as far as its record hangs on it. */
export interface Met {
  readonly metBy: readonly string[];
  /** The happening that started it; null for one that the case as it stands owes. */
  readonly startedBy: string | null;
}

/**
 * The record with which somebody meets a duty: the one that a happening confirms which meets it (PS-14); otherwise, of those
 * that meet it, the one whose own circumstance is what started it, or else the first. Null: it is not met by a record.
 */
export const recordMeeting = (rules: RecordRules, { metBy, startedBy }: Met, asOf: Instant): string | null => {
  const confirmed = Object.entries(rules.vocabulary.happenings).find(
    ([, { record }]) => record?.confirmedBy !== undefined && metBy.includes(record.confirmedBy),
  )?.[0];
  const written = metBy.filter((happening) => needsRecord(rules, happening, asOf));
  const own = written.find((happening) => {
    const on = clauseFor(rules, happening, asOf)?.duty?.on;
    return on !== undefined && startedBy !== null && [on].flat().includes(startedBy);
  });
  return confirmed ?? own ?? written[0] ?? null;
};

/** The records that can be written at any time, with what each is called: supervision, management oversight. */
export const recordsToWrite = (
  rules: RecordRules,
  asOf: Instant,
): readonly { readonly happening: string; readonly title: string }[] =>
  Object.entries(rules.vocabulary.happenings).flatMap(([happening, { record }]) =>
    record === undefined || !needsRecord(rules, happening, asOf) ? [] : [{ happening, title: record.title }],
  );

/** The record that these words ask for in chat; null when they ask for none. Capitals and spaces make no difference. */
export const heardRecord = ({ vocabulary }: Pick<RecordRules, "vocabulary">, text: string): string | null => {
  const said = text.trim().toLowerCase().replace(/\s+/g, " ");
  const found = Object.entries(vocabulary.happenings).find(([, { record }]) => record?.heard.includes(said) === true);
  return found?.[0] ?? null;
};
