import type { Instant } from "../instants.ts";
import type { ReportRef } from "../ids.ts";
import type { BriefingSection, How, Withholding } from "./facts.ts";
import type { ReportAction, ReportState } from "../permissions.ts";

/** A clause as a person reads it beside a deadline. */
export interface ClauseView {
  readonly id: string;
  readonly title: string;
  /** The official words. */
  readonly words: string;
  readonly policy: string;
  readonly maturesAt: Instant | null;
  /** Null is shown as "no limit stated". */
  readonly dueAt: Instant | null;
  /** The reading that the council chose where the text is open. */
  readonly houseRule: string | null;
  /** Titles of the posts that are told when it matures; on the last screen, before anything is sent. */
  readonly told?: readonly string[];
}

/** not-raised: somebody judged, with a reason, that the person who covers is not told (W-X1). */
export const ledgerStates = ["owed", "told", "reached", "acknowledged", "unreachable", "gap", "not-raised"] as const;
export type LedgerState = (typeof ledgerStates)[number];

/** One line of the proof: who is owed, how, under which clauses, and how far it got. */
export interface LedgerLine {
  readonly telling: string;
  readonly post: string;
  readonly postTitle: string;
  /** Person's name, channel title, or null while nobody has been found. */
  readonly who: string | null;
  readonly how: How;
  readonly clauses: readonly string[];
  readonly leaveAt: Instant;
  readonly dueAt: Instant | null;
  readonly state: LedgerState;
  /** When the state was reached; null while owed. */
  readonly at: Instant | null;
  /** "Nobody holds this post: told instead of …", why unreachable … */
  readonly note: string | null;
}

export interface CallView {
  readonly with: readonly {
    readonly name: string;
    readonly account: string;
    /** What a Teams call link names people by; the account stands in where it is not given. */
    readonly email?: string;
    readonly telephone: string | null;
  }[];
  /** The viewer is the one to be telephoned. */
  readonly expected?: boolean;
  readonly dueAt: Instant | null;
  readonly made: { readonly by: string; readonly spokeTo: string; readonly at: Instant } | null;
}

/** An event that is watched until it ends: how it stands, and what can be said of it, in the policy's words. */
export interface WatchingView {
  /** "Is the child still missing?" */
  readonly asks: string;
  /** "When was the child found, or when did they return?" */
  readonly asksWhen: string;
  /** Label of what ends it ("Found"), and of what does not ("Still missing"). */
  readonly endLabel: string;
  readonly persistLabel: string;
  /** Asked, and not answered since: no answer counts as going on. */
  readonly open: boolean;
  /** The latest that somebody said it goes on. */
  readonly last: { readonly by: string; readonly at: Instant } | null;
  /** When it is asked next; null after the last time, the end and the closing. */
  readonly nextAsk: Instant | null;
  /** `at`: when it ended; `by` recorded it. */
  readonly ended: { readonly by: string; readonly at: Instant } | null;
}

/** The viewer is asked whether the person who covers for somebody is told (W-X1). */
export interface JudgementView {
  /** Title of the post whose holder is away. */
  readonly postTitle: string;
  /** The clause that leaves it to the viewer. */
  readonly clause: string;
  /** "Priya Nair covers for Nadia Rahman until Friday 14 August". */
  readonly why: string;
  /** They are told all the same when nobody has judged by then. */
  readonly judgeBy: Instant;
}

/** By name, from whom the report is kept (LCP-3.7). */
export interface WithheldView {
  readonly who: readonly string[];
  readonly because: Withholding;
}

/** What somebody else reported of the same event, joined to this report. */
export interface JoinedView {
  readonly by: string;
  readonly at: Instant;
  readonly what: string;
  /** Answers that differ from the first reporter's, and sections of the briefing beside those that stand. */
  readonly details: readonly { readonly label: string; readonly value: string }[];
}

/** Another open report of the same event and the same case, as far as this person may see it. */
export interface SameEvent {
  readonly report: string;
  readonly draft: string;
  readonly reportedAt: Instant;
  /** Null for somebody who may not see it: then only that there is one, and since when. */
  readonly known: { readonly ref: ReportRef; readonly category: string; readonly reportedBy: string } | null;
}

/** A report as one viewer may see it, rendered afresh from the store each time it is shown. */
export interface ReportView {
  readonly id: string;
  readonly ref: ReportRef;
  readonly category: string;
  readonly caseRef: string | null;
  readonly state: ReportState;
  readonly reportedBy: string;
  readonly reportedAt: Instant;
  readonly what: string;
  readonly details: readonly { readonly label: string; readonly value: string }[];
  /** Null when no clause asks for a briefing; a section without text is missing and owed. */
  readonly briefing:
    readonly { readonly section: BriefingSection; readonly label: string; readonly text: string | null }[] | null;
  readonly clauses: readonly ClauseView[];
  readonly watch: readonly ClauseView[];
  readonly alsoConsider: readonly { readonly what: string; readonly dueAt: Instant | null }[];
  /** Null where nothing that the policy knows ends this kind of event. */
  readonly watching: WatchingView | null;
  readonly joined: readonly JoinedView[];
  /** When the next update is expected; null or left out when none is. */
  readonly updateDueAt?: Instant | null;
  readonly updates?: readonly { readonly by: string; readonly at: Instant; readonly text: string }[];
  /** Null or left out when nothing waits for this viewer's judgement. */
  readonly judgement?: JudgementView | null;
  /** Left out when it is kept from nobody. */
  readonly withheld?: readonly WithheldView[];
  /** When this viewer has asked to be reminded; null or left out when they have not. */
  readonly remindAt?: Instant | null;
  /** Null when no call is asked for. */
  readonly call: CallView | null;
  readonly questions: readonly { readonly by: string; readonly at: Instant; readonly question: string }[];
  readonly answers: readonly { readonly by: string; readonly at: Instant; readonly text: string }[];
  readonly ledger: readonly LedgerLine[];
  readonly timeline: readonly { readonly at: Instant; readonly text: string }[];
  /** What this viewer may do now, by the permissions table. */
  readonly may: readonly ReportAction[];
  /** Accounts whose clients refresh this copy by themselves; at most 60. */
  readonly refreshFor: readonly string[];
}

/** Reference and category only. */
export interface ChannelView {
  readonly id: string;
  readonly ref: ReportRef;
  readonly category: string;
  readonly state: ReportState;
  readonly reportedAt: Instant;
  readonly dueAt: Instant | null;
  /** "Acknowledged by Nadia Rahman, 16:05", or null. */
  readonly last: { readonly text: string; readonly at: Instant } | null;
  readonly callOwed: boolean;
}

/** One line of "my reports". */
export interface ReportLine {
  readonly id: string;
  readonly ref: ReportRef;
  readonly category: string;
  readonly caseRef: string | null;
  readonly state: ReportState;
  readonly reportedAt: Instant;
}

/** A line of the preview: one post, how, by when, because of which clauses. */
export interface PreviewLine {
  readonly post: string;
  readonly postTitle: string;
  readonly who: readonly string[];
  readonly how: How;
  readonly clauses: readonly string[];
  readonly leaveAt: Instant;
  readonly dueAt: Instant | null;
  /** "Nobody holds this post. Told instead: …", or null. */
  readonly note: string | null;
}

/** What would be sent, shown before anything is. */
export interface Preview {
  readonly asOf: Instant;
  readonly category: string;
  readonly caseRef: string | null;
  readonly clauses: readonly ClauseView[];
  readonly watch: readonly ClauseView[];
  readonly lines: readonly PreviewLine[];
  /** What the reporter is asked later, and when, until it ends; null where nothing ends it. */
  readonly asks: { readonly question: string; readonly at: readonly Instant[] } | null;
  /** Somebody must be telephoned (W-N2K-P4). */
  readonly phone: boolean;
  readonly briefingOwed: boolean;
  readonly missingSections: readonly BriefingSection[];
  readonly alsoConsider: readonly { readonly what: string; readonly dueAt: Instant | null }[];
  /** Left out when it will be kept from nobody. */
  readonly withheld?: readonly WithheldView[];
}
