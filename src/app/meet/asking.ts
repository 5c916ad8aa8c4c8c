import type { KeptCase } from "../../domain/case/fold.ts";
import { caseRefSchema } from "../../domain/ids.ts";
import type { Draft } from "../../domain/draft.ts";
import type { Instant } from "../../domain/instants.ts";
import { extra, referrer } from "../../domain/meeting/answers.ts";
import { mayOnCase } from "../../domain/case/permissions.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Answers } from "../../domain/report/facts.ts";
import { arrange } from "../../rules/meeting/arrange.ts";
import { needsOf } from "../../rules/meeting/deadlines.ts";
import { meetingQuestions } from "../../rules/meeting/questions.ts";
import type { ArrangedDeadline, ArrangedMeeting, Arrangement, MeetingAsk } from "../../rules/meeting/types.ts";
import { inWords } from "../../time/say.ts";
import type { MeetingGuide } from "../meeting.ts";
import { readCase } from "../cases/kept.ts";
import { caseStateOf } from "../remind/found.ts";
import { rolesOn } from "../remind/owner.ts";
import { postTitle } from "../report/resolve.ts";
import type { MeetDeps } from "./deps.ts";
import { chairFor, withReferrer } from "./people.ts";
import { nameOf, titleOf } from "./view.ts";

/** The case that a draft is about, as far as whoever asks may see it; undefined: not in the caseload, or not theirs to see. */
export const caseOf = async (world: MeetDeps, ref: string | null, by: PersonId): Promise<KeptCase | undefined> => {
  const read = caseRefSchema.safeParse(ref ?? "");
  if (!read.success) return undefined;
  const held = await readCase(world.records, read.data);
  if (held === undefined) return undefined;
  const roles = rolesOn(world, by, held.state, null, world.clock.now());
  return mayOnCase(roles, "see", caseStateOf(held.state)) ? held.state : undefined;
};

const isOwn = (name: string): boolean => name.startsWith("meeting.");

const answersOf = ({ answers }: Draft): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !isOwn(name)));

const textOf = ({ answers }: Draft, name: string): string => {
  const value = answers[name];
  return typeof value === "string" ? value : "";
};

/** What somebody says when they ask, as the rules read it. */
export const askOf = (draft: Draft, one: KeptCase | undefined): MeetingAsk => {
  const clause = textOf(draft, extra.longer);
  const reason = textOf(draft, extra.longerReason);
  return {
    need: draft.event ?? "",
    answers: answersOf(draft),
    caseFacts: one?.facts ?? {},
    chosen: clause === "" || reason.trim() === "" ? null : { clause, reason },
  };
};

export const arrangementOf = (world: MeetDeps, draft: Draft, one: KeptCase | undefined, asOf: Instant): Arrangement =>
  arrange(world.rulebook, askOf(draft, one), asOf);

/** By when, or what stands where there is no limit. */
const byWhen = (dueAt: Instant | null, asOf: Instant): string =>
  dueAt === null
    ? "no limit stated"
    : dueAt <= asOf
      ? `${inWords(dueAt, asOf)}, which has passed`
      : inWords(dueAt, asOf);

const deadlineLine = (deadline: ArrangedDeadline, asOf: Instant): string =>
  `• ${byWhen(deadline.dueAt, asOf)}: ${deadline.title} (${deadline.clause})${deadline.chosen === null ? "" : ", chosen"}`;

const linesOf = (
  world: MeetDeps,
  meeting: ArrangedMeeting,
  draft: Draft,
  one: KeptCase | undefined,
  asOf: Instant,
): readonly string[] => {
  const { post, person } = chairFor(world, meeting, one, draft.by, asOf);
  const come = withReferrer(meeting, draft)
    .agencies.filter(({ ours }) => !ours)
    .map(({ title, clauses }) => `${title} (${clauses.join(", ")})`);
  return [
    `${titleOf(world, meeting.of)}: no later than ${byWhen(meeting.runs?.dueAt ?? null, asOf)}.`,
    ...meeting.deadlines.map((deadline) => deadlineLine(deadline, asOf)),
    `Chair: ${nameOf(world, person)}, ${postTitle(world, post)} (${meeting.chair.clauses.join(", ") || "house rule"}).`,
    `Must be asked: ${come.join("; ") || "nobody beside our own people"}.`,
  ];
};

const contactsOf = (world: MeetDeps, agency: string) =>
  world.agencies
    .contacts()
    .filter((each) => agency === referrer || each.agency === agency)
    .map(({ email, name }) => ({ value: email, label: name }));

const agenciesOf = (world: MeetDeps, { meetings }: Arrangement): ReturnType<MeetingGuide["agencies"]> => {
  const all = meetings.flatMap(({ agencies }) => agencies).filter(({ ours }) => !ours);
  return [...new Map(all.map((each) => [each.agency, each])).values()].map(({ agency, title, clauses }) => ({
    agency,
    label: `${agency === referrer ? "Who made the referral?" : title} (${clauses.join(", ")})`,
    contacts: contactsOf(world, agency),
  }));
};

/** The guide of one draft's screens. The case is read before, because screens wait for nothing. */
export const guideFor = (world: MeetDeps, one: KeptCase | undefined, asOf: Instant): MeetingGuide => {
  const arranged = (draft: Draft, at: Instant): Arrangement => arrangementOf(world, draft, one, at);
  return {
    needs: () => needsOf(world.rulebook, asOf),
    questions: (draft, at) =>
      meetingQuestions(world.rulebook, draft.event ?? "", answersOf(draft), one?.facts ?? {}, at),
    longer: (draft, at) =>
      arranged(draft, at).choices.map(({ clause, title, dueAt }) => ({
        clause,
        label: `${title} (${clause}): ${byWhen(dueAt, at)}`,
      })),
    agencies: (draft, at) => agenciesOf(world, arranged(draft, at)),
    asks: (draft, at) => {
      const all = arranged(draft, at).meetings.flatMap(({ asks }) => asks);
      return [...new Map(all.map((each) => [each.clause, each])).values()];
    },
    summary: (draft, at) => arranged(draft, at).meetings.flatMap((each) => linesOf(world, each, draft, one, at)),
    people: () => world.directory.people(),
  };
};
