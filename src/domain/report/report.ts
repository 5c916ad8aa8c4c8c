import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import type { ReportRole, ReportState } from "../permissions.ts";
import type { Briefing, Chase, Copy, FactOf, ReportFact, Reported, Telling } from "./facts.ts";

/** One telling and how far it has got. */
export interface TellingProgress extends Telling {
  /** Every person it was addressed to, in order; later ones stand in for those who could not be reached. */
  readonly to: readonly PersonId[];
  /** Council channels in which it is posted too. */
  readonly channels: readonly string[];
  /** Why somebody else than the post's holder is told, or null. */
  readonly note: string | null;
  /** How the people addressed last are chased for an answer. */
  readonly chase: Chase;
  /** How many of the chase's repeats have passed for the people addressed last. */
  readonly repeats: number;
  /** People asked to telephone because nobody answered. */
  readonly handedTo: readonly PersonId[];
  /** Nobody at all could be found. */
  readonly gap: string | null;
  readonly told: readonly { readonly where: string; readonly at: Instant }[];
  readonly unreachable: readonly { readonly where: string; readonly why: string; readonly at: Instant }[];
}

/** A copy of the report somewhere in Teams, with the number of facts that stood when it came to be. */
export interface KnownCopy extends Copy {
  readonly at: Instant;
}

/** A report as its facts make it. Derived, never stored. */
export interface Report extends Pick<
  Reported,
  "by" | "ref" | "event" | "caseRef" | "what" | "answers" | "briefingOwed" | "alsoConsider" | "policies"
> {
  readonly at: Instant;
  readonly state: ReportState;
  readonly clauses: Reported["clauses"];
  readonly watch: Reported["watch"];
  readonly briefing: Briefing;
  readonly tellings: readonly TellingProgress[];
  readonly copies: readonly KnownCopy[];
  readonly reached: ReadonlyMap<PersonId, Instant>;
  readonly acknowledged: readonly FactOf<"acknowledged">[];
  readonly asked: readonly FactOf<"asked">[];
  readonly answered: readonly FactOf<"answered">[];
  readonly called: readonly FactOf<"called">[];
  readonly closed: FactOf<"closed"> | null;
}

const fresh = (telling: Telling): TellingProgress => ({
  ...telling,
  to: [],
  channels: [],
  note: null,
  chase: null,
  repeats: 0,
  handedTo: [],
  gap: null,
  told: [],
  unreachable: [],
});

const begin = (fact: Reported): Report => ({
  ...fact,
  state: "reported",
  tellings: fact.tellings.map(fresh),
  copies: [],
  reached: new Map(),
  acknowledged: [],
  asked: [],
  answered: [],
  called: [],
  closed: null,
});

const withTelling = (
  report: Report,
  id: string,
  change: (telling: TellingProgress) => Partial<TellingProgress>,
): Report => ({ ...report, tellings: report.tellings.map((t) => (t.id === id ? { ...t, ...change(t) } : t)) });

const withCopy = (report: Report, copy: Copy, at: Instant): Report =>
  report.copies.some((known) => known.activity === copy.activity && known.conversation === copy.conversation)
    ? report
    : { ...report, copies: [...report.copies, { ...copy, at }] };

const firstReached = (report: Report, by: PersonId, at: Instant): Report =>
  report.reached.has(by) ? report : { ...report, reached: new Map([...report.reached, [by, at]]) };

const mature = (report: Report, fact: FactOf<"matured">): Report => ({
  ...report,
  clauses: [...report.clauses, ...fact.clauses],
  watch: fact.watch,
  tellings: [...report.tellings, ...fact.tellings.map(fresh)],
});

/** A report is posted once in a channel, however many tellings lead there. */
const postedIn = (report: Report, channel: string): boolean =>
  report.tellings.some((telling) => telling.channels.includes(channel));

const addressed = (report: Report, { telling, to, channel, why, chase }: FactOf<"addressed">): Report =>
  withTelling(report, telling, (known) => ({
    to: [...known.to, ...to],
    channels: channel === null || postedIn(report, channel) ? known.channels : [...known.channels, channel],
    note: why,
    chase,
    repeats: 0,
  }));

type PersonFact = FactOf<"reached" | "acknowledged" | "asked" | "answered" | "called" | "briefed" | "closed">;
type DeliveryFact = Exclude<ReportFact, PersonFact | Reported>;

/** What people did. */
const afterPerson = (report: Report, fact: PersonFact): Report => {
  switch (fact.kind) {
    case "reached":
      return firstReached(report, fact.by, fact.at);
    case "acknowledged": {
      const acknowledged = [...report.acknowledged, fact];
      return { ...firstReached(report, fact.by, fact.at), state: "acknowledged", acknowledged };
    }
    case "asked":
      return { ...firstReached(report, fact.by, fact.at), asked: [...report.asked, fact] };
    case "answered":
      return { ...report, answered: [...report.answered, fact] };
    case "called":
      return { ...report, called: [...report.called, fact] };
    case "briefed":
      return { ...report, briefing: { ...report.briefing, ...fact.briefing } };
    case "closed":
      return { ...report, state: "closed", closed: fact };
  }
};

/** What delivery did. */
const afterDelivery = (report: Report, fact: DeliveryFact): Report => {
  switch (fact.kind) {
    case "matured":
      return mature(report, fact);
    case "addressed":
      return addressed(report, fact);
    case "repeated":
      return withTelling(report, fact.telling, () => ({ repeats: fact.step }));
    case "handed":
      return withTelling(report, fact.telling, () => ({ handedTo: fact.to, note: fact.why }));
    case "gap":
      return withTelling(report, fact.telling, () => ({ gap: fact.why }));
    case "told":
      return told(report, fact);
    case "receipted":
      return withCopy(report, fact.copy, fact.at);
    case "unreachable":
      return withTelling(report, fact.telling, (t) => ({ unreachable: [...t.unreachable, fact] }));
  }
};

const told = (report: Report, { telling, copy, at }: FactOf<"told">): Report =>
  withTelling(withCopy(report, copy, at), telling, (known) => ({ told: [...known.told, { where: copy.where, at }] }));

/** The report after one more fact. */
const after = (report: Report, fact: ReportFact): Report => {
  switch (fact.kind) {
    case "reported":
      throw new Error(`Report ${report.ref} was reported twice: its facts are damaged. Run "watchful audit verify".`);
    case "reached":
    case "acknowledged":
    case "asked":
    case "answered":
    case "called":
    case "briefed":
    case "closed":
      return afterPerson(report, fact);
    case "matured":
    case "addressed":
    case "repeated":
    case "handed":
    case "gap":
    case "told":
    case "receipted":
    case "unreachable":
      return afterDelivery(report, fact);
  }
};

/**
 * A report from its facts.
 * @throws when the facts do not begin with "reported": they are damaged.
 */
export const evolve = (facts: readonly ReportFact[]): Report => {
  const [first, ...rest] = facts;
  if (first?.kind !== "reported")
    throw new Error('A report\'s facts must begin with "reported". Run "watchful audit verify".');
  return rest.reduce(after, begin(first));
};

/** A telling that asks for a call: because the policy does (W-N2K-P4), or because nobody answered in Teams. */
export const asksForCall = (telling: TellingProgress): boolean =>
  telling.how === "phone" || telling.handedTo.length > 0;

/** The first telling whose telephone call nobody has recorded yet. */
export const uncalled = (report: Report): TellingProgress | undefined =>
  report.tellings.find((telling) => asksForCall(telling) && !report.called.some((call) => call.telling === telling.id));

/** Whether a telephone call is asked for and nobody has recorded that it was made. */
export const callOwed = (report: Report): boolean => report.state !== "closed" && uncalled(report) !== undefined;

/** Whether somebody whom this telling reached has answered for it, in Teams or by telephone. */
export const answeredFor = (report: Report, telling: TellingProgress): boolean =>
  report.state === "closed" ||
  report.acknowledged.some(({ by }) => telling.to.includes(by)) ||
  report.called.some((call) => report.tellings.some(({ id, post }) => id === call.telling && post === telling.post));

/** What this person is to this report. `oversees`: holds a post that the council file marks so. */
export const rolesOf = (report: Report, person: PersonId, oversees: boolean): readonly ReportRole[] => {
  const roles: ReportRole[] = ["colleague"];
  if (report.by === person) roles.push("reporter");
  if (report.tellings.some((telling) => telling.to.includes(person))) roles.push("told");
  if (oversees) roles.push("overseer");
  return roles;
};
