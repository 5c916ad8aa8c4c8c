import type { FactOf, ReportFact, Reported } from "./facts.ts";
import { firstReached, fresh, withCopy, withTelling, withTellings } from "./fold-parts.ts";
import { afterJudgement, isAboutWhoHears, type JudgementFact } from "./fold-judgement.ts";
import { afterWatch, type WatchFact } from "./fold-watch.ts";
import { afterReminder, isReminder, type ReminderFact } from "./reminders.ts";
import type { Report } from "./state.ts";

/** A report as it is when it has just been made. */
export const begin = (fact: Reported): Report => ({
  ...fact,
  state: "reported",
  tellings: fact.tellings.map(fresh),
  copies: [],
  reached: new Map(),
  acknowledged: [],
  asked: [],
  answered: [],
  called: [],
  amended: [],
  returned: [],
  approved: null,
  decided: null,
  watching: null,
  wondered: [],
  persists: [],
  ended: null,
  joined: [],
  withheld: [],
  unheard: [],
  updated: [],
  promise: null,
  reminders: [],
  closed: null,
  chained: [],
});

/** What is still watched comes from the report, not from the fact: it may have ended while the fact was worked out. */
const mature = (report: Report, fact: FactOf<"matured">): Report => ({
  ...report,
  clauses: [...report.clauses, ...fact.clauses],
  watch: report.watch.filter(({ maturesAt }) => maturesAt > fact.at),
  tellings: withTellings(report, fact.tellings),
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
type BriefingFact = FactOf<"amended" | "approved" | "returned" | "decided">;
type UpdateFact = FactOf<"updated" | "promised" | "reminded">;
type DeliveryFact = Exclude<
  ReportFact,
  ReminderFact | PersonFact | BriefingFact | WatchFact | UpdateFact | JudgementFact | Reported
>;

/** The update that is owed: promised, reminded of, and met. */
const afterUpdate = (report: Report, fact: UpdateFact): Report => {
  switch (fact.kind) {
    case "updated":
      return { ...report, updated: [...report.updated, fact], promise: null };
    case "promised":
      return { ...report, promise: { ...fact, reminded: false, late: false } };
    case "reminded":
      return report.promise === null
        ? report
        : { ...report, promise: { ...report.promise, reminded: true, late: fact.late } };
  }
};

/** Approval ends the wait: what would have left in silence at the day's end leaves at once (LCP-P5). */
const approved = (report: Report, fact: FactOf<"approved">): Report => ({
  ...report,
  approved: fact,
  tellings: report.tellings.map((telling) =>
    telling.how === "brief" ? { ...telling, leaveAt: Math.min(telling.leaveAt, fact.at) } : telling,
  ),
});

/** A yes owes the full briefing and its tellings (LCP-P7). */
const decided = (report: Report, fact: FactOf<"decided">): Report => ({
  ...report,
  decided: fact,
  briefingOwed: report.briefingOwed || fact.brief,
  tellings: withTellings(report, fact.tellings),
});

/** What became of a briefing on its way to the Director. */
const afterBriefing = (report: Report, fact: BriefingFact): Report => {
  switch (fact.kind) {
    case "amended": {
      const briefing = { ...report.briefing, ...fact.briefing };
      return { ...firstReached(report, fact.by, fact.at), briefing, amended: [...report.amended, fact] };
    }
    case "approved":
      return approved(firstReached(report, fact.by, fact.at), fact);
    case "returned":
      return { ...firstReached(report, fact.by, fact.at), returned: [...report.returned, fact] };
    case "decided":
      return decided(firstReached(report, fact.by, fact.at), fact);
  }
};

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
      return withTelling(report, fact.telling, ({ handedTo }) => ({
        handedTo: [...handedTo, ...fact.to],
        note: fact.why,
      }));
    case "unheard":
      return { ...report, unheard: [...report.unheard, fact] };
    case "chained":
      return { ...report, chained: [...report.chained, fact] };
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
export const after = (report: Report, fact: ReportFact): Report => {
  if (isAboutWhoHears(fact)) return afterJudgement(report, fact);
  return isReminder(fact) ? afterReminder(report, fact) : afterAnyOther(report, fact);
};

const afterAnyOther = (report: Report, fact: Exclude<ReportFact, JudgementFact | ReminderFact>): Report => {
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
    case "updated":
    case "promised":
    case "reminded":
      return afterUpdate(report, fact);
    case "amended":
    case "approved":
    case "returned":
    case "decided":
      return afterBriefing(report, fact);
    case "watching":
    case "wondered":
    case "persists":
    case "ended":
    case "joined":
      return afterWatch(report, fact);
    case "matured":
    case "addressed":
    case "repeated":
    case "handed":
    case "unheard":
    case "chained":
    case "gap":
    case "told":
    case "receipted":
    case "unreachable":
      return afterDelivery(report, fact);
  }
};
