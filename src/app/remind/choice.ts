import type { Choice, Chosen } from "../../domain/case/choices.ts";
import type { CaseEntry } from "../../domain/case/facts.ts";
import type { KeptCase } from "../../domain/case/fold.ts";
import { caseRefusals, mayOnCase, type CaseAction } from "../../domain/case/permissions.ts";
import type { CaseView, DutyView } from "../../domain/case/view.ts";
import type { News } from "../../domain/case/notice.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Duty } from "../../rules/duty/types.ts";
import { personalDetail, personalWords } from "../../domain/personal.ts";
import { londonDate } from "../../time/london.ts";
import { changeCase } from "../cases/change.ts";
import { readCase } from "../cases/kept.ts";
import type { Acted, DueDoor } from "../reminding.ts";
import type { RemindDeps } from "./deps.ts";
import { caseStateOf, dutyKey, openDuty } from "./found.ts";
import { noticeId, type KeptNotices } from "./notice-kept.ts";
import { rolesOn } from "./owner.ts";

export interface ChoiceWorld extends RemindDeps {
  readonly due: DueDoor;
  readonly notices: KeptNotices;
}

/** What somebody wants to do to a case. */
export interface Wish {
  readonly ref: string;
  readonly by: PersonId;
  readonly action: CaseAction;
  /** What was typed and would be kept: a reason. What would identify a child in it is refused. */
  readonly says?: string;
  /** Why there is nothing left to do here for this person; null while there is. Asked before rights are. */
  readonly ended?: (now: KeptCase) => string | null;
}

/** What a decision leaves: entries to keep, or why nothing is kept. */
export type Decided = { readonly outcome: "keep"; readonly entries: readonly CaseEntry[] } | NotKept;
/** Nothing was kept. */
type NotKept =
  | { readonly outcome: "late"; readonly why: string }
  | { readonly outcome: "unclear"; readonly why: string }
  | { readonly outcome: "refused"; readonly why: string };
export type Done = { readonly outcome: "done"; readonly before: KeptCase; readonly now: KeptCase } | NotKept;

export const kept = (chosen: Chosen): Decided =>
  chosen.outcome === "keep" ? { outcome: "keep", entries: [chosen.fact] } : chosen;

/** What a duty is to whoever asks whether they may: the open one, or as much of it as its id says. */
export type About = Pick<Duty, "id" | "owedBy"> | null;

/** Null: they may. Otherwise the sentence; somebody who may not see the case learns nothing of it, not even that it is there. */
export const barred = (
  world: RemindDeps,
  now: KeptCase,
  about: About,
  { by, action }: Wish,
  at: Instant,
): string | null => {
  const roles = rolesOn(world, by, now, about, at);
  const state = caseStateOf(now);
  if (mayOnCase(roles, action, state)) return null;
  return mayOnCase(roles, "see", state) ? caseRefusals[action] : caseRefusals.see;
};

/**
 * One person does one thing to one case; what comes of it is durable before it is answered. Rights are asked of the case as
 * it stands when it is written, by the one table. A refusal is logged.
 */
export const act = async (
  world: ChoiceWorld,
  wish: Wish,
  aboutOf: (now: KeptCase) => About,
  decide: (now: KeptCase, at: Instant) => Decided,
  news: News | null = null,
): Promise<Done> => {
  const at = world.clock.now();
  const said: { done: Done } = { done: { outcome: "refused", why: caseRefusals.see } };
  const decideHere = (now: KeptCase): Decided => {
    const ended = wish.ended?.(now) ?? null;
    if (ended !== null) return { outcome: "late", why: ended };
    const why = barred(world, now, aboutOf(now), wish, at);
    if (why !== null) return { outcome: "refused", why };
    const personal = personalIn(wish.says ?? "", at);
    return personal === null ? decide(now, at) : { outcome: "unclear", why: personal };
  };
  const notice = await announced(world, wish.ref, news, decideHere);
  const work = (now: KeptCase): readonly CaseEntry[] => {
    const decided = decideHere(now);
    if (decided.outcome !== "keep") {
      said.done = decided;
      return [];
    }
    said.done = { outcome: "done", before: now, now };
    return decided.entries;
  };
  const changed = await changeCase(world, wish.ref, { kind: "work", decide: work }, at);
  if (said.done.outcome === "refused") world.log.warn("refused on a case", { verb: wish.action });
  if (said.done.outcome !== "done" || changed.outcome === "unknown") return said.done;
  if (notice !== null)
    await world.notices.amend(notice, () => ({ facts: [{ kind: "stands", at }], progress: leaving }));
  world.nudge();
  return { ...said.done, now: changed.now.state };
};

/**
 * Whoever is to hear of it is told by a document of its own, made before the case is written: after a crash between the two
 * it finds nothing to tell, and tells nothing. Never the other way round, which would lose a question to somebody.
 */
const announced = async (
  { records, notices, clock }: ChoiceWorld,
  ref: string,
  news: News | null,
  decide: (now: KeptCase) => Decided,
): Promise<string | null> => {
  const held = news === null ? undefined : await readCase(records, ref);
  if (news === null || held === undefined || decide(held.state).outcome !== "keep") return null;
  const { ref: caseRef } = held.state;
  return (await notices.create(noticeId(caseRef, news), [{ kind: "made", at: clock.now(), caseRef, ...news }])).id;
};

const leaving = { done: [], tries: {} };

/** What would identify a child in a reason: nothing here is a briefing, so it is never taken. Null: nothing does. */
export const personalIn = (text: string, at: Instant): string | null => {
  const detail = text.trim() === "" ? null : personalDetail(text, Number(londonDate(at).slice(0, 4)));
  return detail === null ? null : personalWords[detail];
};

const over = "This was done, or is not owed any more.";

/** One person does one thing to one open duty. */
export const actOnDuty = (
  world: ChoiceWorld,
  id: string,
  wish: Omit<Wish, "ref">,
  decide: (now: KeptCase, duty: Duty, choice: Choice) => Decided,
  news: News | null = null,
): Promise<Done> => {
  const ref = dutyKey(id)?.whose;
  if (ref === undefined) return Promise.resolve({ outcome: "refused", why: caseRefusals.see });
  const asOf = world.clock.now();
  return act(
    world,
    { ...wish, ref },
    (now) => openDuty(world, now, id, asOf) ?? { id, owedBy: [] },
    (now, at) => {
      const duty = openDuty(world, now, id, at);
      if (duty === null) return { outcome: "late", why: over };
      return decide(now, duty, { duty: id, clause: duty.clause, by: wish.by, at });
    },
    news,
  );
};

const withView = <T>(done: Exclude<Done, { outcome: "refused" }>, view: T): Acted<T> => {
  switch (done.outcome) {
    case "done":
      return { outcome: "done", view };
    case "late":
      return { outcome: "late", why: done.why, view };
    case "unclear":
      return { outcome: "unclear", why: done.why, view };
  }
};

/** The answer with the duty as it now stands; `before` where it is not open any more. */
export const onDuty = async (
  { due }: ChoiceWorld,
  id: string,
  by: PersonId,
  done: Done,
  before?: DutyView,
): Promise<Acted<DutyView>> => {
  if (done.outcome === "refused") return done;
  const open = await due.open(id, by);
  const view = open.outcome === "refused" ? before : open.view;
  if (view === undefined) return { outcome: "refused", why: done.outcome === "done" ? "It is kept." : done.why };
  return withView(done, view);
};

/** The answer with the case as it now stands; null for somebody who may see one duty on it and no more. */
export const onCase = async (
  { due }: ChoiceWorld,
  ref: string,
  by: PersonId,
  done: Done,
): Promise<Acted<CaseView | null>> => {
  if (done.outcome === "refused") return done;
  const open = await due.case(ref, by);
  const view = open.outcome === "refused" ? null : open.view;
  return withView(done, view);
};
