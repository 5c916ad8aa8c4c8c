import type { ClauseId } from "../ids.ts";
import type { LondonDate } from "../instants.ts";
import type { summaryGaps } from "./summary-facts.ts";

/** How many duties with a limit stand, and how many of them are overdue. */
export interface SummaryTally {
  readonly standing: number;
  readonly overdue: number;
}

/** The summary of one week, as one reader has it. Case references and numbers, and no worker. */
export interface SummaryView {
  /** "2026-W49" */
  readonly week: string;
  readonly on: LondonDate;
  /** Name of whose teams it is about; null: all teams. */
  readonly whose: string | null;
  readonly cases: number;
  /** Cases left out because a date on them is beyond the calendar. */
  readonly beyond: number;
  readonly all: SummaryTally;
  /** In the order in which they are shown; the last may be duties of no kind. */
  readonly kinds: readonly (SummaryTally & { readonly id: string; readonly title: string })[];
  /** The lowest share on time first. `kinds`: by id; left out where a team has none. */
  readonly teams: readonly (SummaryTally & {
    readonly team: string;
    readonly kinds: Readonly<Record<string, SummaryTally>>;
  })[];
  /** Week by week, this one last. A week of which nothing was kept is null, never a guess. */
  readonly trend: readonly {
    readonly week: string;
    /** Its Monday. */
    readonly from: LondonDate;
    readonly all: SummaryTally | null;
  }[];
  /** The longest overdue first. */
  readonly oldest: readonly {
    readonly caseRef: string;
    readonly clause: ClauseId;
    readonly title: string;
    readonly team: string;
    /** When it was due, and for how many days it is overdue. */
    readonly due: LondonDate;
    readonly daysLate: number;
  }[];
  readonly gaps: readonly {
    readonly gap: (typeof summaryGaps)[number];
    readonly team: string;
    readonly count: number;
    /** The first of them. */
    readonly refs: readonly string[];
  }[];
}

/** The share on time in whole per cent, rounded down so that 100 means all; null where nothing stands. */
export const onTime = ({ standing, overdue }: SummaryTally): number | null =>
  standing === 0 ? null : Math.floor(((standing - overdue) / standing) * 100);
