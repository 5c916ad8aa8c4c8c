import type { Instant } from "../../domain/instants.ts";
import type { MeetingFactOf } from "../../domain/meeting/facts.ts";
import type { PersonId, Post } from "../../domain/people.ts";
import type { Rulebook } from "../rulebook.ts";
import type { ArrangedMeeting, MeetingAsk } from "./types.ts";

/** What is settled by the person who asks, beside what the policies say. */
export interface Asking {
  readonly by: PersonId;
  readonly ref: string;
  readonly caseRef: string;
  readonly report: string | null;
  /** Of the posts that may chair, the one whose holder does. */
  readonly chairPost: Post;
  readonly chair: PersonId;
  /** Points that came of the questions of `asks`; one left empty is none. */
  readonly arrangements: readonly { readonly clause: string; readonly what: string }[];
  /** The first of the meetings that one asking calls for: the case is told once that it was needed. */
  readonly first: boolean;
}

/** The fact with which a meeting begins: what was arranged, pinned with the editions of the policies that said so. */
export const askedFact = (
  { policies }: Pick<Rulebook, "policies">,
  meeting: ArrangedMeeting,
  { need, answers }: MeetingAsk,
  { arrangements, first, ...asking }: Asking,
  at: Instant,
): MeetingFactOf<"asked"> => ({
  kind: "asked",
  at,
  ...asking,
  need: first ? need : null,
  of: meeting.of,
  recordedBy: meeting.recordedBy,
  answers,
  deadlines: meeting.deadlines.map(({ clause, policy, dueAt, chosen }) => ({ clause, policy, dueAt, chosen })),
  withoutMeeting:
    meeting.withoutMeeting === null ? null : { ...meeting.withoutMeeting, posts: [...meeting.withoutMeeting.posts] },
  required: requiredOf(meeting),
  arrangements: arrangements
    .map(({ clause, what }) => ({ clause, what: what.trim() }))
    .filter(({ what }) => what !== ""),
  policies: policies.map(({ id, version }) => ({ id, version })),
});

/** An agency that a clause invites has to be asked, and warned of; our own service comes with its people. */
const requiredOf = ({ agencies }: ArrangedMeeting): MeetingFactOf<"asked">["required"] =>
  agencies
    .filter(({ ours }) => !ours)
    .map(({ agency, clauses, quorum }) => ({ agency, clauses: [...clauses], quorum: quorum.length > 0 }));
