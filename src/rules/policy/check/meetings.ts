import type { MeetingSource } from "../meeting-schema.ts";
import type { Fault, Path } from "../source.ts";
import { checkCondition } from "./conditions.ts";
import { unknownWord } from "./context.ts";
import type { Context, WrittenClause } from "./context.ts";

/** Words that a clause's `meeting:` uses and nothing declares: happenings, agencies, posts, facts of a case. */
export const checkMeetings = (context: Context): readonly Fault[] => [
  ...context.pieces.meetings.flatMap((piece) =>
    piece.value.ours.flatMap((agency, index) =>
      unknownWord(piece, ["ours", index], agency, "agency", agenciesIn(context)),
    ),
  ),
  ...context.clauses.flatMap((written) =>
    written.value.meeting === undefined ? [] : checkMeeting(written, written.value.meeting, context),
  ),
];

const agenciesIn = ({ pieces }: Context): readonly string[] =>
  pieces.meetings.flatMap(({ value }) => Object.keys(value.agencies));

const checkMeeting = (written: WrittenClause, meeting: MeetingSource, context: Context): readonly Fault[] => [
  ...named(written, "of", meeting.of, "happening", Object.keys(context.vocabulary.happenings)),
  ...(context.posts === null ? [] : checkChairs(written, meeting, context.posts)),
  ...checkAgencies(written, meeting, context),
  ...checkFacts(written, meeting, context),
];

/** One word or a list of words under a key, each of which must be known. */
const named = (
  written: WrittenClause,
  key: string,
  words: string | readonly string[],
  sort: string,
  known: readonly string[],
  above: Path = ["meeting"],
): readonly Fault[] =>
  typeof words === "string"
    ? unknownWord(written, [...above, key], words, sort, known)
    : words.flatMap((word, index) => unknownWord(written, [...above, key, index], word, sort, known));

const checkChairs = (
  written: WrittenClause,
  { chair = [], withoutMeeting }: MeetingSource,
  posts: readonly string[],
): readonly Fault[] => [
  ...named(written, "chair", chair, "post", posts),
  ...named(written, "authorisedBy", withoutMeeting?.authorisedBy ?? [], "post", posts, ["meeting", "withoutMeeting"]),
];

const checkAgencies = (
  written: WrittenClause,
  { invites = [], quorum = [] }: MeetingSource,
  context: Context,
): readonly Fault[] => {
  const known = agenciesIn(context);
  return [
    ...invites.flatMap(({ agency }, index) =>
      unknownWord(written, ["meeting", "invites", index, "agency"], agency, "agency", known),
    ),
    ...named(written, "quorum", quorum, "agency", known),
  ];
};

/** Conditions here are about the happening and the case. */
const checkFacts = (
  written: WrittenClause,
  { when, invites = [] }: MeetingSource,
  { vocabulary }: Context,
): readonly Fault[] => {
  const cases = { ...vocabulary, facts: vocabulary.caseFacts };
  const conditions = [
    [["meeting", "when"], when] as const,
    ...invites.map((invite, index) => [["meeting", "invites", index, "when"], invite.when] as const),
  ];
  return conditions.flatMap(([path, condition]) =>
    condition === undefined ? [] : checkCondition(written, path, condition, cases, null),
  );
};
