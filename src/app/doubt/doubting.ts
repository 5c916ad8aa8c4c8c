import { createHash } from "node:crypto";
import type { Doubt, DoubtView } from "../../domain/doubt/doubt.ts";
import type { DoubtFact } from "../../domain/doubt/facts.ts";
import type { PersonId } from "../../domain/people.ts";
import { inWords } from "../../time/say.ts";
import type { DoubtAnswer, Doubting, ToReport } from "../doubting.ts";
import type { Held } from "../kept/facts.ts";
import type { Clock } from "../ports/clock.ts";
import type { Records } from "../ports/records.ts";
import { oversees } from "../report/view.ts";
import { draftKey, judgedKey, keptDoubts, type KeptDoubts } from "./kept.ts";
import { askNext, type LineDeps } from "./line.ts";
import { doubtView, isPart, mayAnswer } from "./view.ts";

export interface DoubtDeps extends LineDeps {
  readonly records: Records;
  readonly clock: Clock;
  readonly nudge: () => void;
}

interface World extends DoubtDeps {
  readonly kept: KeptDoubts;
}

type Now = Held<DoubtFact, Doubt> | undefined;

const refused: DoubtAnswer = {
  outcome: "refused",
  why: "You can't open this: it is for the person who asked, and for those who were asked.",
};

const done = ({ directory }: World, doubt: Doubt, by: PersonId): DoubtAnswer => ({
  outcome: "done",
  doubt: doubtView(directory, doubt, by),
});

/** Who may not, and what has been settled already; null when it is open to this person. */
const barred = ({ directory, clock }: World, now: Now, by: PersonId): DoubtAnswer | null => {
  if (now === undefined || !isPart(now.state, by)) return refused;
  const { outcome } = now.state;
  if (outcome !== null) {
    const who = outcome.by === by ? "You" : (directory.person(outcome.by)?.name ?? outcome.by);
    const did = outcome.kind === "reported" ? "reported" : "judged";
    const why = `${who} ${did} this ${inWords(outcome.at, clock.now())}.`;
    return { outcome: "late", why, doubt: doubtView(directory, now.state, by) };
  }
  return mayAnswer(now.state, by) ? null : refused;
};

const raise = async (world: World, by: PersonId, key: string, text: string, caseRef: string | null) => {
  const at = world.clock.now();
  const first = askNext(world, by, [], at);
  const { label, number } = world.council.telephone;
  const none = { kind: "handed", at, why: `Nobody is found to ask. Telephone ${label}: ${number}` } as const;
  const id = createHash("sha256").update(`doubt\n${by}\n${key}`).digest("base64url").slice(0, 22);
  const { state } = await world.kept.create(id, [{ kind: "raised", at, by, text, caseRef }, first ?? none]);
  world.nudge();
  return done(world, state, by);
};

const toReport = async (world: World, id: string, by: PersonId): Promise<ToReport | DoubtAnswer> => {
  const now = await world.kept.read(id);
  const no = barred(world, now, by);
  if (no !== null) return no;
  if (now === undefined) return refused;
  const { state } = now;
  const name = world.directory.person(state.by)?.name ?? state.by;
  const first = `First told by ${name}, ${inWords(state.at)}.`;
  const view = doubtView(world.directory, state, by);
  return { outcome: "report", doubt: view, key: `doubt:${id}`, what: `${state.text}\n\n${first}` };
};

/** One person does one thing to one doubt; what comes of it is durable before it is answered. */
const act = async (
  world: World,
  id: string,
  by: PersonId,
  fact: (now: Doubt) => DoubtFact | null,
): Promise<DoubtAnswer> => {
  const said: { no: DoubtAnswer | null } = { no: refused };
  const now = await world.kept.amend(id, (held) => {
    said.no = barred(world, held, by);
    const made = said.no === null ? fact(held.state) : null;
    return made === null ? null : { facts: [made] };
  });
  if (now === undefined) return refused;
  world.nudge();
  return said.no ?? done(world, now.state, by);
};

const judge = async (world: World, id: string, by: PersonId, reason: string): Promise<DoubtAnswer> => {
  const at = world.clock.now();
  const answer = await act(world, id, by, () => (reason === "" ? null : { kind: "judged", at, by, reason }));
  return answer.outcome === "done" && reason === ""
    ? { ...answer, outcome: "unclear", why: "Why is this not Need-to-Know? Write the reason, then record it." }
    : answer;
};

const opened = (world: World, id: string, by: PersonId, draft: string): Promise<DoubtAnswer> =>
  act(world, id, by, (doubt) =>
    doubt.opened.some((each) => each.draft === draft) ? null : { kind: "opened", at: world.clock.now(), by, draft },
  );

const confirmed = async (world: World, draft: string, by: PersonId, ref: string): Promise<void> => {
  for (const { id } of await world.kept.find(draftKey(draft)))
    await act(world, id, by, () => ({ kind: "reported", at: world.clock.now(), by, ref }));
};

/** The newest decisions shown at once. */
const shownDecisions = 20;

/** Those that somebody took part in; all of them for whoever oversees. */
const decisions = async (world: World, by: PersonId): Promise<readonly DoubtView[]> =>
  (await world.kept.find(oversees(world, by) ? judgedKey : `person:${by}`))
    .filter(({ state }) => state.outcome?.kind === "judged")
    .toSorted((a, b) => (b.state.outcome?.at ?? 0) - (a.state.outcome?.at ?? 0))
    .slice(0, shownDecisions)
    .map(({ state }) => doubtView(world.directory, state, by));

/** The use cases of "doubt", built once in the composition root. */
export const createDoubting = (deps: DoubtDeps): Doubting => {
  const world: World = { ...deps, kept: keptDoubts(deps.records) };
  return {
    raise: (by, key, text, caseRef) => raise(world, by, key, text, caseRef),
    toReport: (id, by) => toReport(world, id, by),
    opened: (id, by, draft) => opened(world, id, by, draft),
    judge: (id, by, reason) => judge(world, id, by, reason.trim()),
    decisions: (by) => decisions(world, by),
    confirmed: (draft, by, ref) => confirmed(world, draft, by, ref),
  };
};
