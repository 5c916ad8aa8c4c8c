import { extra, nobody, referrer } from "../../domain/meeting/answers.ts";
import type { Attendee } from "../../domain/meeting/facts.ts";
import { byTelephone, ourPeople } from "../../domain/meeting/meeting.ts";
import type { MeetingRole } from "../../domain/meeting/permissions.ts";
import type { Meeting } from "../../domain/meeting/state.ts";
import type { Draft } from "../../domain/draft.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId, Post } from "../../domain/people.ts";
import type { KeptCase } from "../../domain/case/fold.ts";
import type { ArrangedMeeting } from "../../rules/meeting/types.ts";
import { ownersOf, rolesOn, workerOf } from "../remind/owner.ts";
import { hereFor, lineAbove } from "../report/line.ts";
import { oversees } from "../report/view.ts";
import { resolvePost } from "../report/resolve.ts";
import type { MeetDeps } from "./deps.ts";

type World = Pick<MeetDeps, "directory" | "council" | "clock" | "agencies">;

export interface Chair {
  readonly post: Post;
  readonly person: PersonId;
}

/** The first of the posts that somebody holds who stands on the line of management of whoever asks, themselves included. */
const onAskersLine = ({ directory }: World, by: PersonId, posts: readonly Post[]): Chair | null => {
  for (const id of [by, ...lineAbove(directory, by)]) {
    const post = posts.find((each) => directory.person(id)?.posts.includes(each) === true);
    if (post !== undefined) return { post, person: id };
  }
  return null;
};

const onCasesLine = (world: World, one: KeptCase | undefined, posts: readonly Post[], asOf: Instant): Chair | null => {
  if (one === undefined) return null;
  const { people, post, gap } = ownersOf(world, { id: "meeting", owedBy: posts }, one, asOf);
  const [person] = people;
  return person === undefined || gap !== null || !posts.includes(post) ? null : { post, person };
};

const byPost = (world: World, by: PersonId, posts: readonly Post[], asOf: Instant): Chair | null => {
  for (const post of posts) {
    const found = resolvePost(world, post, asOf, { by, tried: [], because: "silent" });
    const [person] = found.outcome === "found" ? found.people : [];
    if (person !== undefined) return { post, person };
  }
  return null;
};

/**
 * Who chairs (PS-03, PS-08, WQ-10.1g): of the posts that may, whoever holds one on the line of the case's worker, else on the
 * line of whoever asks, else anybody who holds it; and whoever covers for them. Whoever asks where no clause or nobody is found.
 */
export const chairFor = (
  world: World,
  { chair: { posts } }: Pick<ArrangedMeeting, "chair">,
  one: KeptCase | undefined,
  by: PersonId,
  asOf: Instant,
): Chair => {
  const found =
    onCasesLine(world, one, posts, asOf) ?? onAskersLine(world, by, posts) ?? byPost(world, by, posts, asOf);
  const { post, person } = found ?? { post: posts[0] ?? world.council.lastResort, person: by };
  return { post, person: hereFor(world.directory, person, asOf) };
};

/** Whoever asks and the case's worker; and whom the draft names at each agency. */
export const invitedBy = (
  { directory, agencies }: World,
  draft: Pick<Draft, "answers" | "by">,
  { agencies: asked }: Pick<ArrangedMeeting, "agencies">,
  one: KeptCase | undefined,
  chair: PersonId,
): readonly Attendee[] => {
  const worker = one === undefined ? undefined : workerOf(directory, one.facts);
  const ours = [...new Set([draft.by, ...(worker === undefined ? [] : [worker.id])])].filter((id) => id !== chair);
  const theirs = asked.flatMap(({ agency }): Attendee[] => {
    const email = draft.answers[extra.contact(agency)];
    const contact = agencies.contacts().find((each) => each.email === email);
    return contact === undefined ? [] : [{ kind: "agency", agency, name: contact.name, email: contact.email }];
  });
  return [...ours.map((id) => ({ kind: "person", id }) as const), ...theirs];
};

/** Whoever referred is asked once: where nobody did, or one of the agencies that come anyway, no other is missing. */
export const withReferrer = (meeting: ArrangedMeeting, { answers }: Pick<Draft, "answers">): ArrangedMeeting => {
  const email = answers[extra.contact(referrer)] ?? nobody;
  const other = meeting.agencies.some(({ agency }) => agency !== referrer && answers[extra.contact(agency)] === email);
  return email !== nobody && !other
    ? meeting
    : { ...meeting, agencies: meeting.agencies.filter(({ agency }) => agency !== referrer) };
};

const isManager = (world: World, one: KeptCase | undefined, by: PersonId, asOf: Instant): boolean =>
  one !== undefined &&
  rolesOn(world, by, one, null, asOf).some((role) => role === "worker" || role === "manager" || role === "senior");

/** What somebody is to a meeting: the one answer that every door's rights hang on. */
export const rolesAt = (
  world: World,
  meeting: Meeting,
  one: KeptCase | undefined,
  by: PersonId,
): readonly MeetingRole[] => {
  const { directory, clock } = world;
  const asOf = clock.now();
  const may = meeting.withoutMeeting?.posts ?? [];
  const holds = may.some((post) => directory.holders(post, asOf).people.some(({ id }) => id === by));
  const chairs = meeting.chair === by || hereFor(directory, meeting.chair, asOf) === by;
  const roles: MeetingRole[] = [
    ...(meeting.by === by ? (["asker"] as const) : []),
    ...(chairs ? (["chair"] as const) : []),
    ...(holds && (meeting.telephone !== null || byTelephone(meeting)) ? (["authoriser"] as const) : []),
    ...(isManager(world, one, by, asOf) ? (["manager"] as const) : []),
    ...(ourPeople(meeting).includes(by) ? (["attendee"] as const) : []),
    ...(oversees(world, by) ? (["overseer"] as const) : []),
  ];
  return roles.length > 0 ? roles : ["colleague"];
};
