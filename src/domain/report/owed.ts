import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import type { FactKind, FactOf, ReportFact } from "./facts.ts";
import type { Intent, Progress } from "./intents.ts";
import {
  answeredFor,
  isHeld,
  nextAsk,
  reportersOf,
  type KnownCopy,
  type Report,
  type TellingProgress,
} from "./report.ts";
import { rings } from "./reminders.ts";
import { replies } from "./replies.ts";
import { chases, handOns, updates } from "./silence.ts";

export { noProgress, progressSchema, type Intent, type Progress } from "./intents.ts";

/** Facts that change what each kind of copy shows. */
const conversation = [
  "matured",
  "amended",
  "approved",
  "returned",
  "decided",
  "judging",
  "judged",
  "lapsed",
  "acknowledged",
  "asked",
  "answered",
  "called",
  "briefed",
  "updated",
  "promised",
  "closed",
  "handed",
  "persists",
  "ended",
  "joined",
] as const;
const shows = {
  personal: [...conversation, "reminder", "rung"],
  channel: ["acknowledged", "updated", "called", "closed", "handed", "ended"],
  question: ["wondered", "persists", "ended", "closed", "joined"],
  receipt: [...conversation, "told", "unreachable", "gap", "addressed"],
} as const satisfies Record<KnownCopy["kind"], readonly FactKind[]>;

const lastShown = (facts: readonly ReportFact[], kinds: readonly FactKind[]): number =>
  facts.findLastIndex((fact) => kinds.includes(fact.kind)) + 1;

const refreshes = (report: Report, facts: readonly ReportFact[], progress: Progress): Intent[] =>
  report.copies.flatMap((copy) => {
    const needs = lastShown(facts, shows[copy.kind]);
    const has = progress.shown[copy.activity] ?? 0;
    return needs > has
      ? [{ kind: "refresh", key: `refresh:${copy.activity}`, leaveAt: copy.at, copy, facts: needs } as const]
      : [];
  });

const settled = (telling: TellingProgress, where: string): boolean =>
  telling.told.some((told) => told.where === where) || telling.unreachable.some((fault) => fault.where === where);

/** Nobody has been found yet, or nobody who was found could be reached. */
const needsAddress = (telling: TellingProgress): boolean =>
  telling.gap === null &&
  !isHeld(telling) &&
  telling.to.every((person) => telling.unreachable.some((fault) => fault.where === person)) &&
  !telling.told.some((told) => telling.to.includes(told.where));

const tellings = (report: Report): Intent[] =>
  report.tellings
    .filter((telling) => telling.how !== "phone" || needsAddress(telling))
    .flatMap((telling): Intent[] => {
      const { id, leaveAt } = telling;
      if (needsAddress(telling) && telling.how === "judge")
        return answeredFor(report, telling)
          ? []
          : [{ kind: "lapse", key: `lapse:${id}:unreachable`, leaveAt, telling }];
      if (needsAddress(telling))
        return [{ kind: "address", key: `address:${id}:${String(telling.to.length)}`, leaveAt, telling }];
      const people = telling.to.filter((to) => !settled(telling, to));
      const channels = telling.channels.filter((channel) => !settled(telling, channel));
      return [
        ...people.map((to) => ({ kind: "tell", key: `tell:${id}:${to}`, leaveAt, telling: id, to }) as const),
        ...channels.map(
          (channel) => ({ kind: "post", key: `post:${id}:${channel}`, leaveAt, telling: id, channel }) as const,
        ),
      ];
    });

/** What nobody hears of in a sentence of its own: machinery, and what the receipt shows. */
const unspoken = [
  "judging",
  "withheld",
  "promised",
  "reminder",
  "unheard",
  "reported",
  "addressed",
  "repeated",
  "told",
  "receipted",
  "reached",
  "called",
  "watching",
  "wondered",
  "persists",
  "chained",
] as const satisfies readonly FactKind[];
const isUnspoken = (fact: ReportFact): fact is FactOf<(typeof unspoken)[number]> =>
  unspoken.some((kind) => kind === fact.kind);

/** Who hears of a fact in a sentence of its own: the reporter of what others do, the askers of what the reporter does. */
const hearers = (report: Report, fact: ReportFact): readonly PersonId[] => {
  if (isUnspoken(fact)) return [];
  switch (fact.kind) {
    case "acknowledged":
    case "asked":
    case "closed":
    case "amended":
    case "approved":
    case "returned":
    case "decided":
    case "judged":
    case "lapsed":
      return reportersOf(report);
    case "answered":
    case "briefed":
      return [...new Set([...report.asked, ...report.acknowledged].map((each) => each.by))];
    case "unreachable":
    case "gap":
    case "matured":
      return reportersOf(report);
    case "updated":
    case "ended":
    case "joined":
      return [...new Set([...reportersOf(report), ...toldBy(report, fact.at)])];
    case "handed":
    case "reminded":
      return fact.to;
    case "rung":
      return [fact.to];
  }
};

/** Whoever is told later finds it on the card. */
const toldBy = (report: Report, by: Instant): readonly PersonId[] =>
  report.tellings.flatMap(({ to, told }) =>
    to.filter((who) => told.some(({ where, at }) => where === who && at <= by)),
  );

/** Somebody who joins a report reads on the receipt what was before. -1 for everybody else. */
const joinedAt = (facts: readonly ReportFact[], person: PersonId): number =>
  facts.findIndex((fact) => fact.kind === "joined" && fact.by === person);

/** About half an hour of failed tries. A sentence that Teams will not take must not silence everything after it. */
const holdsUpOthers = 12;

/** What one person hears keeps its order: a sentence waits until the one before it has been said. */
const sayings = (report: Report, facts: readonly ReportFact[], progress: Progress): Intent[] => {
  const unsaid = facts.flatMap((about, index) =>
    hearers(report, about)
      .filter((to) => !("by" in about && about.by === to) && index >= joinedAt(facts, to))
      .map((to) => ({ kind: "say", key: `say:${String(index)}:${to}`, leaveAt: about.at, to, about }) as const)
      .filter(({ key }) => !progress.said.includes(key)),
  );
  const tries = (key: string): number => progress.tries[key]?.count ?? 0;
  return unsaid.filter(
    ({ to }, index) => !unsaid.slice(0, index).some((one) => one.to === to && tries(one.key) < holdsUpOthers),
  );
};

/** A reporter who cannot be reached still has "my reports": the try is settled by saying so. */
const receipts = (report: Report, { said }: Progress): Intent[] =>
  reportersOf(report)
    .map(
      (to) =>
        ({ kind: "receipt", key: to === report.by ? "receipt" : `receipt:${to}`, leaveAt: report.at, to }) as const,
    )
    .filter(({ key, to }) => !said.includes(key) && !report.copies.some((c) => c.kind === "receipt" && c.where === to));

/** Whether it still goes on is asked of everybody who reported it. Whatever they answer, what matures leaves at its hour. */
const wondering = (report: Report): Intent[] =>
  reportersOf(report).flatMap((to) => {
    const next = nextAsk(report, to);
    if (next === undefined) return [];
    return [{ kind: "wonder", key: `wonder:${String(next.hours)}:${to}`, leaveAt: next.at, to } as const];
  });

const maturing = (report: Report): Intent[] => {
  const [next] = report.watch.map((watched) => watched.maturesAt).sort((a, b) => a - b);
  return next === undefined || report.state === "closed"
    ? []
    : [{ kind: "mature", key: `mature:${String(next)}`, leaveAt: next }];
};

/** What the report is on its case: kept there beside all tellings, which never wait for it. */
const chains = ({ at, caseRef, happens = [], chained }: Report): Intent[] =>
  caseRef === null
    ? []
    : happens
        .filter((happening) => !chained.some((fact) => fact.happening === happening))
        .map((happening) => ({ kind: "chain", key: `chain:${happening}`, leaveAt: at, happening, caseRef }));

/**
 * Everything a report still owes: what was owed minus what was done. Tellings outlive closing: a report that somebody
 * closed quickly is still told to everybody the policy names.
 */
export const owed = (report: Report, facts: readonly ReportFact[], progress: Progress): readonly Intent[] => [
  ...maturing(report),
  ...tellings(report),
  ...chases(report),
  ...handOns(report),
  ...updates(report),
  ...rings(report),
  ...receipts(report, progress),
  ...chains(report),
  ...wondering(report),
  ...sayings(report, facts, progress),
  ...replies(report, facts, progress),
  ...refreshes(report, facts, progress),
];

/** When an intent may next be tried: its own time, or later when a try is under way or has failed. */
export const triesAt = (intent: Intent, progress: Progress): Instant =>
  Math.max(intent.leaveAt, progress.tries[intent.key]?.notBefore ?? intent.leaveAt);

/** When the metronome must look at this report next; null when nothing is owed. */
export const nextDue = (intents: readonly Intent[], progress: Progress): Instant | null =>
  intents.reduce<Instant | null>((soonest, intent) => {
    const at = triesAt(intent, progress);
    return soonest === null || at < soonest ? at : soonest;
  }, null);
