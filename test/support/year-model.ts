import type { LondonDate } from "../../src/domain/instants.ts";
import type { Answers } from "../../src/domain/report/facts.ts";
import { addDays } from "../../src/time/london.ts";
import type { Leave, Member, Size } from "./year-staff.ts";

export interface YearRun extends Size {
  readonly from: LondonDate;
  readonly days: number;
  readonly seed: number;
  readonly say?: (line: string) => void;
}

/** What a run came to. Every number but the totals must be nought, and is explained in `faults`. */
export interface YearTotals {
  readonly days: number;
  readonly workingMornings: number;
  readonly digests: number;
  readonly digestsExpected: number;
  /** Duties put before somebody in a digest, counted each morning. */
  readonly rows: number;
  readonly rowsExpected: number;
  /** Different duties that were ever owed. */
  readonly duties: number;
  readonly becameOverdue: number;
  readonly interruptions: number;
  readonly interruptionsExpected: number;
  readonly escalated: number;
  readonly acts: number;
  readonly leaves: number;
  readonly reallocated: number;
  readonly toldTooLate: number;
  readonly faults: readonly string[];
}

export const ref = (n: number): string => `AMB-${String(10_000 + n)}`;
const statuses = ["cin", "cin", "cin", "cp", "cla", "assessment"] as const;
const kinds = ["safeguarding", "children_in_care", "referral_assessment"] as const;

/** A made-up child of whom nothing is overdue on the first day. */
export const factsOf = (n: number, worker: Member, first: LondonDate, random: () => number): Answers => {
  const ago = (most: number): string => addDays(first, -Math.floor(random() * most));
  const status = statuses[n % statuses.length] ?? "cin";
  const placed = { placement: "foster", placementStart: addDays(first, -200), firstReviewOn: addDays(first, -170) };
  return {
    ...{ status, team: worker.team, worker: worker.id, teamKind: kinds[n % kinds.length] ?? "safeguarding" },
    ...{
      dateOfBirth: addDays(first, -1000 - (n % 4000)),
      statusSince: ago(60),
      planStart: ago(20),
      lastAssessment: ago(200),
    },
    ...{
      lastSupervision: ago(24),
      lastOversight: ago(20),
      lastVisit: ago(5),
      lastReview: ago(20),
      lastObservation: ago(20),
    },
    ...(status === "cla" ? placed : {}),
  };
};

export const isLeft = (id: string): boolean =>
  Buffer.from(id).reduce((sum, byte) => (sum * 31 + byte) % 9_973, 7) % 20 === 0;

/** Each of the managers goes on leave three times a year, and names another manager who is here. */
export const makeLeaves = (staff: readonly Member[], { from, days }: YearRun, random: () => number): Leave[] => {
  const managers = staff.filter(({ post }) => post === "team-manager");
  const leaves: Leave[] = [];
  const clash = (id: string, start: string, end: string): boolean =>
    leaves.some((one) => (one.person === id || one.instead === id) && one.from <= end && start <= one.until);
  for (let n = 0; n < (managers.length * 3 * days) / 365; n += 1) {
    const person = managers[Math.floor(random() * managers.length)];
    const instead = managers[Math.floor(random() * managers.length)];
    const start = addDays(from, 3 + Math.floor(random() * Math.max(1, days - 20)));
    const end = addDays(start, 2 + Math.floor(random() * 12));
    if (!person || !instead || person === instead || clash(person.id, start, end) || clash(instead.id, start, end))
      continue;
    leaves.push({ person: person.id, instead: instead.id, from: start, until: end });
  }
  return leaves;
};

export const dayWords = (date: LondonDate): string => {
  const months = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ];
  return `${String(Number(date.slice(8)))} ${months[Number(date.slice(5, 7)) - 1] ?? ""} ${date.slice(0, 4)}`;
};
