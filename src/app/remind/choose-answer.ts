import { decideApprove, decideHandBack, decideRefuse, decideTake, type Chosen } from "../../domain/case/choices.ts";
import type { LeftDecision } from "../../domain/case/facts.ts";
import type { KeptCase } from "../../domain/case/fold.ts";
import { mayOnCase } from "../../domain/case/permissions.ts";
import type { CaseView } from "../../domain/case/view.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { News } from "../../domain/case/notice.ts";
import type { Acted } from "../reminding.ts";
import { act, kept, onCase, type About, type ChoiceWorld, type Decided, type Wish } from "./choice.ts";
import { openDuty } from "./found.ts";
import { rolesOn } from "./owner.ts";

type Answer = Promise<Acted<CaseView | null>>;

const givenOf = (now: KeptCase, id: string) =>
  now.work.find((fact) => fact.kind === "given" && fact.id === id) as
    Extract<KeptCase["work"][number], { kind: "given" }> | undefined;

/** The duty that was handed over, for whoever answers. */
const aboutGiven =
  (world: ChoiceWorld, id: string) =>
  (now: KeptCase): About => {
    const given = givenOf(now, id);
    if (given === undefined) return null;
    return openDuty(world, now, given.duty, world.clock.now()) ?? { id: given.duty, owedBy: [] };
  };

const answerGiven = async (
  world: ChoiceWorld,
  ref: string,
  by: PersonId,
  id: string,
  what: News["what"],
  decide: (now: KeptCase, at: Instant) => Chosen,
  says = "",
): Answer => {
  const decided = (now: KeptCase, at: Instant): Decided => {
    const given = givenOf(now, id);
    const open = given === undefined ? null : openDuty(world, now, given.duty, at);
    return open === null ? { outcome: "late", why: "This was done, or is not owed any more." } : kept(decide(now, at));
  };
  const ended = (now: KeptCase): string | null =>
    givenOf(now, id)?.to === by && now.work.some((fact) => fact.kind === "handedBack" && fact.id === id)
      ? "You handed this back before."
      : null;
  const wish = { ref, by, action: "take", ended, says } as const;
  return onCase(world, ref, by, await act(world, wish, aboutGiven(world, id), decided, { what, about: id }));
};

export const take = (world: ChoiceWorld, ref: string, id: string, by: PersonId): Answer =>
  answerGiven(world, ref, by, id, "taken", (now, at) => decideTake(now, id, by, at));

export const handBack = (world: ChoiceWorld, ref: string, id: string, by: PersonId, reason: string): Answer =>
  answerGiven(world, ref, by, id, "handedBack", (now, at) => decideHandBack(now, id, by, at, reason.trim()), reason);

const nothing = (): About => null;

const onAsk = async (
  world: ChoiceWorld,
  wish: Wish,
  decide: (now: KeptCase, at: Instant) => Decided,
  news: News | null,
): Answer => onCase(world, wish.ref, wish.by, await act(world, wish, nothing, decide, news));

/** Happenings by which the policy calls for the record of an exception that is now decided (MO-T11). */
const spacing = ({ rulebook }: ChoiceWorld, now: KeptCase, id: string, by: PersonId, at: Instant): Decided => {
  const ask = now.work.find((fact) => fact.kind === "lessOftenAsked" && fact.id === id);
  const clause = ask?.kind === "lessOftenAsked" ? rulebook.clauses.find((each) => each.id === ask.clause) : undefined;
  const metBy = [clause?.duty?.metBy ?? []].flat();
  const names = Object.entries(rulebook.vocabulary.happenings).filter(([, { spacesOut }]) =>
    spacesOut?.some((name) => metBy.includes(name)),
  );
  const entries = names.map(([happening]) => ({
    kind: "happened" as const,
    at,
    happened: { id: `spaced:${id}:${happening}`, happening, on: at, dateOnly: false, facts: {}, by },
  }));
  return { outcome: "keep", entries };
};

/** Never by whoever asked. The longer clock runs from now on, and its record is called for (MO-T11). */
export const approve = (world: ChoiceWorld, ref: string, id: string, by: PersonId): Answer => {
  const decide = (now: KeptCase, at: Instant): Decided => {
    const chosen = kept(decideApprove(now, id, by, at));
    const more = chosen.outcome === "keep" ? spacing(world, now, id, by, at) : chosen;
    if (chosen.outcome !== "keep" || more.outcome !== "keep") return chosen;
    return { outcome: "keep", entries: [...chosen.entries, ...more.entries] };
  };
  return onAsk(world, { ref, by, action: "approve" }, decide, { what: "lessOftenApproved", about: id });
};

export const refuse = (world: ChoiceWorld, ref: string, id: string, by: PersonId, reason: string): Answer =>
  onAsk(
    world,
    { ref, by, action: "approve", says: reason },
    (now, at) => kept(decideRefuse(now, id, by, at, reason.trim())),
    {
      what: "lessOftenRefused",
      about: id,
    },
  );

/** A case that its caseload lists no more: it stays and goes on being watched, or it is closed and owes nothing. */
export const settle = (world: ChoiceWorld, ref: string, by: PersonId, decision: LeftDecision): Answer => {
  const ended = (now: KeptCase): string | null => {
    const might = mayOnCase(rolesOn(world, by, now, null, world.clock.now()), "settle", "left");
    return might && now.presence !== "left" ? "This was decided before, or the case is in the caseload again." : null;
  };
  return onAsk(
    world,
    { ref, by, action: "settle", ended },
    (now, at) =>
      now.presence === "left"
        ? { outcome: "keep", entries: [{ kind: "leftDecided", at, by, decision }] }
        : { outcome: "late", why: "This was decided before." },
    null,
  );
};
