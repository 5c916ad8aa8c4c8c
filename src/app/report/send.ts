import type { Decided, Draft } from "../../domain/draft.ts";
import type { PersonId } from "../../domain/people.ts";
import type { SameEvent } from "../../domain/report/view.ts";
import type { Answered, Confirmed, Joined } from "../reporting.ts";
import { makeAt, noDraft, notYet, type Ready, type Shown } from "./confirm.ts";
import type { ReportDeps } from "./deps.ts";
import { decideOnce, draftsOf, takeBack } from "./drafts.ts";
import { cannotJoin, joinTo } from "./join.ts";
import { madeOf } from "./made.ts";
import { assessDraft } from "./preview.ts";
import { sameEvents, sameEventView } from "./same.ts";
import { separateSlot, slotFor } from "./slot.ts";
import { viewFor } from "./view.ts";

/** What somebody pressed on the last card of their draft. */
type Wish = { readonly do: "confirm" } | { readonly do: "separate" } | { readonly do: "join"; readonly report: string };

type Same = { readonly outcome: "same"; readonly first: SameEvent };

const ready = async (deps: ReportDeps, id: string, by: PersonId, shown: Shown): Promise<Ready | Answered> => {
  const draft = await draftsOf(deps).draft(id, by);
  if (draft === undefined) return { outcome: "refused", why: noDraft };
  const made = await madeOf(deps, draft);
  if (made !== undefined) return { outcome: "done", report: viewFor(deps, made, by) };
  const found = assessDraft(deps, draft, deps.clock.now());
  const { event } = draft;
  if (found === null || event === null) return { outcome: "refused", why: notYet };
  return { draft: { ...draft, event }, found, shown };
};

/** The id for a report of its own, or the report of the same event that somebody else has made. */
const placeFor = async (deps: ReportDeps, draft: Draft): Promise<string | Same> => {
  const [known] = await sameEvents(deps, draft);
  const slot = known === undefined ? await slotFor(deps, draft) : ({ outcome: "same", first: known } as const);
  return slot.outcome === "free" ? slot.report : { outcome: "same", first: sameEventView(deps, slot.first, draft) };
};

/** What is to become of a draft: what stands already, or what is wished now. */
const decisionOn = async (deps: ReportDeps, draft: Draft, wish: Wish): Promise<Decided | Same | Joined> => {
  if (draft.decided !== undefined) return draft.decided;
  if (wish.do === "join") {
    const { report } = wish;
    return (await cannotJoin(deps, report, draft)) ?? decideOnce(deps, draft, { as: "joined", report });
  }
  const place = wish.do === "separate" ? separateSlot(draft) : await placeFor(deps, draft);
  return typeof place === "string" ? decideOnce(deps, draft, { as: "report", report: place }) : place;
};

/** Null: another draft's report was made there meanwhile, so it has to be decided anew. */
const carryOut = async (deps: ReportDeps, wanted: Ready, { as, report }: Decided): Promise<Joined | null> => {
  if (as === "joined") return joinTo(deps, report, wanted);
  const made = await makeAt(deps, wanted, report);
  if (made === undefined) return null;
  deps.nudge();
  return { outcome: "done", report: viewFor(deps, made, wanted.draft.by) };
};

const patience = 20;

/**
 * Makes one thing of a draft, however often, however fast and with whichever of its buttons: a report, or part of somebody
 * else's. First what it becomes is decided, then it is carried out; after a crash between the two, the next press carries
 * out the same. Durable before anybody is told or answered.
 * @throws NotDurable from the store.
 */
const send = async (
  deps: ReportDeps,
  id: string,
  by: PersonId,
  shown: Shown,
  wish: Wish,
): Promise<Joined | Confirmed> => {
  for (let attempt = 0; attempt < patience; attempt += 1) {
    const wanted = await ready(deps, id, by, shown);
    if ("outcome" in wanted) return wanted;
    const decided = await decisionOn(deps, wanted.draft, wish);
    if ("outcome" in decided) return decided;
    const done = await carryOut(deps, wanted, decided);
    if (done?.outcome === "done") return done;
    await takeBack(deps, wanted.draft, decided);
    if (done !== null && wish.do === "join") return done;
  }
  throw new Error(`Draft ${id} found no place in ${String(patience)} tries. Try again.`);
};

/** `same`: nothing was made, because somebody else's report of this event is open; `anyway` makes it all the same. */
export const confirm = async (
  deps: ReportDeps,
  id: string,
  by: PersonId,
  shown: Shown,
  anyway: boolean,
): Promise<Confirmed> => {
  const sent = await send(deps, id, by, shown, { do: anyway ? "separate" : "confirm" });
  return sent.outcome === "gone" ? { outcome: "refused", why: sent.why } : sent;
};

/** `gone`: the report can no longer be joined, and the draft stands as it was. */
export const join = async (
  deps: ReportDeps,
  report: string,
  id: string,
  by: PersonId,
  shown: Shown,
): Promise<Joined> => {
  const sent = await send(deps, id, by, shown, { do: "join", report });
  return sent.outcome === "same" ? { outcome: "refused", why: noDraft } : sent;
};
