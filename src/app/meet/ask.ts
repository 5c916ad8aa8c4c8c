import type { Draft } from "../../domain/draft.ts";
import type { KeptCase } from "../../domain/case/fold.ts";
import type { Instant } from "../../domain/instants.ts";
import { extra } from "../../domain/meeting/answers.ts";
import type { MeetingFact } from "../../domain/meeting/facts.ts";
import type { PersonId } from "../../domain/people.ts";
import { askedFact } from "../../rules/meeting/asked.ts";
import type { ArrangedMeeting, MeetingAsk } from "../../rules/meeting/types.ts";
import { OutsideCalendar } from "../../time/calendar.ts";
import { londonDate } from "../../time/london.ts";
import type { AskedFor } from "../meeting.ts";
import { arrangementOf, askOf, caseOf } from "./asking.ts";
import type { MeetWorld } from "./deps.ts";
import { meetingId } from "./kept.ts";
import { chairFor, invitedBy, rolesAt, withReferrer } from "./people.ts";
import { meetingView } from "./view.ts";

const unclear = (why: string): AskedFor => ({ outcome: "unclear", why });

interface Asking {
  readonly world: MeetWorld;
  readonly draft: Draft;
  readonly one: KeptCase | undefined;
  readonly ask: MeetingAsk;
  readonly asOf: Instant;
}

const factsOf = (
  { world, draft, one, ask, asOf }: Asking,
  arranged: ArrangedMeeting,
  ref: string,
  first: boolean,
): readonly MeetingFact[] => {
  const { by, caseRef, picked: report } = draft;
  const { post: chairPost, person: chair } = chairFor(world, arranged, one, by, asOf);
  const meeting = withReferrer(arranged, draft);
  const arrangements = meeting.asks.map(({ clause, question }) => {
    const answer = String(draft.answers[extra.ask(clause)] ?? "").trim();
    return { clause, what: answer === "" ? "" : `${question} ${answer}` };
  });
  const asking = { by, ref, caseRef: caseRef ?? "", report, chairPost, chair, arrangements, first };
  const attendees = [...invitedBy(world, draft, meeting, one, chair)];
  return [
    askedFact(world.rulebook, meeting, ask, asking, asOf),
    ...(attendees.length === 0 ? [] : [{ kind: "invited", at: asOf, by, attendees } as const]),
  ];
};

/** A number is drawn only for one that is not there yet. */
const made = async (asking: Asking, arranged: ArrangedMeeting, first: boolean) => {
  const { world, draft, asOf } = asking;
  const id = meetingId(draft.id, arranged.of);
  const before = await world.kept.read(id);
  if (before !== undefined) return before.state;
  const year = londonDate(asOf).slice(0, 4);
  const number = await world.records.next(`SM-${year}`);
  const ref = `SM-${year}-${String(number).padStart(4, "0")}`;
  return (await world.kept.create(id, factsOf(asking, arranged, ref, first))).state;
};

const askAll = async (asking: Asking, by: PersonId): Promise<AskedFor> => {
  const { world, draft, one, asOf } = asking;
  const arranged = arrangementOf(world, draft, one, asOf).meetings;
  if (arranged.length === 0)
    return unclear(
      "No policy of this council asks for a meeting here. Change the answers, or telephone the duty desk.",
    );
  const views = [];
  for (const [index, each] of arranged.entries()) {
    const meeting = await made(asking, each, index === 0);
    views.push(meetingView(world, meeting, rolesAt(world, meeting, one, by)));
  }
  world.nudge();
  return { outcome: "done", meetings: views };
};

/** Makes the meetings that a draft asks for; again, it finds the same. Durable once it resolves. */
export const askFor = async (world: MeetWorld, draft: Draft, by: PersonId): Promise<AskedFor> => {
  if (draft.by !== by) return unclear("That card is somebody else's. Type “strategy meeting” to begin your own.");
  if (draft.caseRef === null) return unclear("Which case is it? Write its reference, such as AMB-1042.");
  const one = await caseOf(world, draft.caseRef, by);
  try {
    return await askAll({ world, draft, one, ask: askOf(draft, one), asOf: world.clock.now() }, by);
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error;
    return unclear("One of those dates is too far away to count from. Check the years.");
  }
};
