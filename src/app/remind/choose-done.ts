import type { KeptCase } from "../../domain/case/fold.ts";
import type { DutyView } from "../../domain/case/view.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Duty } from "../../rules/duty/types.ts";
import { recordMeeting } from "../../rules/record/form.ts";
import { OutsideCalendar } from "../../time/calendar.ts";
import type { Acted } from "../reminding.ts";
import { hereFor } from "../report/line.ts";
import { act, actOnDuty, onDuty, type ChoiceWorld, type Decided, type Done } from "./choice.ts";
import { dutyKey } from "./found.ts";
import { happenedBy } from "./happen.ts";
import { readWhenSaid, type WhenSaid } from "./happen-read.ts";
import { workerKey } from "../cases/kept.ts";
import { casesBy } from "../cases/cases.ts";
import { dutiesByPost, postDone } from "./post.ts";
import { dutiesOfWorker } from "../../rules/duty/duties.ts";

const meetsWith = (
  world: ChoiceWorld,
  { metBy, startedBy }: Duty,
  at: number,
): { readonly happening: string } | { readonly why: string } => {
  if (recordMeeting(world.rulebook, { metBy, startedBy }, at) !== null)
    return { why: "This needs a record: write it, and it is done." };
  const [happening] = metBy;
  return happening === undefined
    ? { why: "Nothing that can be said here ends this: the facts of the case have to change." }
    : { happening };
};

const decideDone =
  (world: ChoiceWorld, by: PersonId, when: WhenSaid | { readonly why: string }) =>
  (now: KeptCase, duty: Duty, at: number): Decided => {
    if ("why" in when) return { outcome: "unclear", why: when.why };
    const meets = meetsWith(world, duty, at);
    if ("why" in meets) return { outcome: "unclear", why: meets.why };
    const happened = happenedBy(meets.happening, when, {}, by);
    return now.happened.some(({ id }) => id === happened.id)
      ? { outcome: "late", why: "This was said before, so nothing was changed." }
      : { outcome: "keep", entries: [{ kind: "happened", at, happened }] };
  };

type NotKept = Exclude<Done, { outcome: "done" }>;

/**
 * Done by somebody's post, by them or by whoever covers: there is no case to keep it on. Undefined: it is no duty of a post.
 */
const byPost = async (
  world: ChoiceWorld,
  id: string,
  by: PersonId,
  when: WhenSaid | { readonly why: string },
): Promise<{ readonly outcome: "done" } | NotKept | undefined> => {
  const at = world.clock.now();
  const owner = world.directory.person(dutyKey(id)?.whose ?? "");
  if (owner === undefined || (by !== owner.id && hereFor(world.directory, owner.id, at) !== by)) return undefined;
  const duty = (await dutiesByPost(world, owner, at)).find((each) => each.duty.id === id)?.duty;
  if (duty === undefined) return undefined;
  const meets = meetsWith(world, duty, at);
  if ("why" in when) return { outcome: "unclear", why: when.why };
  if ("why" in meets) return { outcome: "unclear", why: meets.why };
  const { happening, on, dateOnly, id: own } = happenedBy(meets.happening, when, {}, by);
  await postDone(world, owner.id, { kind: "done", at, id: own, happening, on, dateOnly, by });
  world.nudge();
  return { outcome: "done" };
};

/** A duty on a worker is kept on the case that it names: it is the worker's, on whichever case it was done. */
const onWorker = async (
  world: ChoiceWorld,
  id: string,
  by: PersonId,
  when: WhenSaid | { readonly why: string },
): Promise<Done> => {
  const worker = dutyKey(id)?.whose ?? "";
  const cases = await casesBy(world, workerKey(worker), { limit: 500 });
  const duty = dutiesOfWorker(world.rulebook, worker, cases, world.clock.now()).find((each) => each.id === id);
  if (duty?.caseRef == null) return { outcome: "refused", why: "This was done, or it is not yours to see." };
  return act(
    world,
    { ref: duty.caseRef, by, action: "complete" },
    () => duty,
    (now, at) => decideDone(world, by, when)(now, duty, at),
  );
};

/** Says that a duty that needs no record was done. `when` as typed; empty means now. */
export const complete = async (
  world: ChoiceWorld,
  id: string,
  by: PersonId,
  typed: string,
): Promise<Acted<DutyView>> => {
  const when = readWhenSaid(typed, world.clock.now());
  const open = await world.due.open(id, by);
  const before = open.outcome === "refused" ? undefined : open.view;
  try {
    const post = await byPost(world, id, by, when);
    if (post?.outcome === "done" && before !== undefined) return { outcome: "done", view: { ...before, may: ["see"] } };
    const done = post === undefined || post.outcome === "done" ? await doneBy(world, id, by, when) : post;
    return await onDuty(world, id, by, done, before);
  } catch (error) {
    if (!(error instanceof OutsideCalendar) || before === undefined) throw error;
    return { outcome: "unclear", why: "That date is too far away to count from. Check the year.", view: before };
  }
};

const doneBy = async (
  world: ChoiceWorld,
  id: string,
  by: PersonId,
  when: WhenSaid | { readonly why: string },
): Promise<Done> => {
  const whose = dutyKey(id)?.whose ?? "";
  if (!whose.includes("@"))
    return actOnDuty(world, id, { by, action: "complete" }, (now, duty, { at }) =>
      decideDone(world, by, when)(now, duty, at),
    );
  return onWorker(world, id, by, when);
};
