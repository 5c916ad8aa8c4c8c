import { createHash } from "node:crypto";
import { overlap, runsOn, type Cover } from "../../domain/cover/cover.ts";
import type { CoverFact } from "../../domain/cover/facts.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import { londonDate } from "../../time/london.ts";
import type { Away, CoverAnswer, Covering } from "../covering.ts";
import { deliverKept, type Settled } from "../kept/deliver.ts";
import type { Held } from "../kept/facts.ts";
import type { Clock } from "../ports/clock.ts";
import type { Directory } from "../ports/directory.ts";
import type { Messenger } from "../ports/messenger.ts";
import type { Records } from "../ports/records.ts";
import { coveredDirectory } from "./directory.ts";
import { keptCovers, openKey, type CoverDue, type KeptCovers } from "./kept.ts";
import { begins, coverView, datesInWords, ends, type CoverWords } from "./words.ts";

export interface CoverDeps extends CoverWords {
  readonly records: Records;
  readonly clock: Clock;
}

/** The covers of this process: what is known of them, and what may be done. */
export interface Covers {
  /** The staff list with whoever covers in the place of whoever is away. */
  readonly directory: Directory;
  readonly covering: (nudge: () => void) => Covering;
  /** Reads again what counts: another replica may have changed it. */
  readonly refresh: () => Promise<void>;
  /** Says what a time away owes, and lets it pass. */
  readonly deliver: (messenger: Messenger, id: string) => Promise<void>;
}

interface World extends CoverDeps {
  readonly kept: KeptCovers;
  readonly known: () => readonly Cover[];
  readonly refresh: () => Promise<void>;
}

const byDate = (a: Cover, b: Cover): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.at - b.at);

/** Reads the covers that count or will. Await it before anybody is told anything. */
export const openCovers = async (deps: CoverDeps): Promise<Covers> => {
  const kept = keptCovers(deps.records);
  let known: readonly Cover[] = [];
  const refresh = async (): Promise<void> => {
    known = (await kept.find(openKey)).map(({ state }) => state).toSorted(byDate);
  };
  const world: World = { ...deps, kept, known: () => known, refresh };
  await refresh();
  return {
    directory: coveredDirectory(deps.directory, () => known),
    covering: (nudge) => coveringOf(world, nudge),
    refresh,
    deliver: async (messenger, id) => {
      await deliverKept(kept, id, deps.clock, (held, due) => perform(world, messenger, held, due));
      await refresh();
    },
  };
};

const settled = (...facts: readonly CoverFact[]): Settled<CoverFact> => ({ outcome: "settled", facts });

const perform = async (
  world: World,
  messenger: Messenger,
  { state }: Held<CoverFact, Cover>,
  due: CoverDue,
): Promise<Settled<CoverFact>> => {
  const asOf = world.clock.now();
  if (due.kind === "passes") return settled({ kind: "passed", at: asOf });
  const text = due.kind === "begins" ? begins(world, state, asOf) : ends(world, state, asOf);
  const sent = await messenger.send({ person: due.to }, { kind: "word", text });
  return sent.outcome === "later" ? sent : settled();
};

const refused = (why: string): CoverAnswer => ({ outcome: "refused", why });
const gone = "That card is out of date. Type “cover” to see who is away.";

const idFor = (by: PersonId, key: string): string =>
  createHash("sha256").update(`cover\n${by}\n${key}`).digest("base64url").slice(0, 22);

/** Whoever covers must be here: somebody away then would pass it on to nobody. */
const coverIsAway = ({ known, directory, clock }: World, away: Away): string | null => {
  const other = known().find(({ person, ...dates }) => person === away.instead && overlap(dates, away));
  if (other === undefined) return null;
  const name = directory.person(other.person)?.name ?? other.person;
  return `${name} is away ${datesInWords(other, clock.now())}. Name somebody else.`;
};

const plan = async (world: World, by: PersonId, key: string, away: Away): Promise<CoverAnswer> => {
  await world.refresh();
  const why = coverIsAway(world, away);
  if (why !== null) return refused(why);
  const fact: CoverFact = { kind: "planned", at: world.clock.now(), by, ...away };
  const { state } = await world.kept.create(idFor(by, key), [fact]);
  return { outcome: "done", cover: coverView(world, state, by) };
};

const endOne = (world: World, id: string, by: PersonId, at: Instant) =>
  world.kept.amend(id, ({ state }) =>
    state.state === "confirmed" && state.person === by ? { facts: [{ kind: "ended", at, by }] } : null,
  );

const confirm = async (world: World, id: string, by: PersonId): Promise<CoverAnswer> => {
  const at = world.clock.now();
  const now = await world.kept.amend(id, ({ state }) =>
    state.state === "planned" && state.person === by && state.until >= londonDate(at)
      ? { facts: [{ kind: "confirmed", at, by }] }
      : null,
  );
  if (now?.state.person !== by || now.state.state === "planned") return refused(gone);
  const before = world.known().filter((each) => each.person === by && each.id !== id && overlap(each, now.state));
  if (now.state.state === "confirmed") for (const other of before) await endOne(world, other.id, by, at);
  await world.refresh();
  return { outcome: "done", cover: coverView(world, now.state, by) };
};

const end = async (world: World, id: string, by: PersonId): Promise<CoverAnswer> => {
  const now = await endOne(world, id, by, world.clock.now());
  await world.refresh();
  return now?.state.person === by ? { outcome: "done", cover: coverView(world, now.state, by) } : refused(gone);
};

const back = async (world: World, by: PersonId): Promise<CoverAnswer> => {
  await world.refresh();
  const today = londonDate(world.clock.now());
  const running = world.known().filter((cover) => cover.person === by && runsOn(cover, today));
  const answers: CoverAnswer[] = [];
  for (const { id } of running) answers.push(await end(world, id, by));
  return answers.at(-1) ?? refused("Nothing here says that you are away: you are told as always.");
};

const coveringOf = (world: World, nudge: () => void): Covering => {
  const nudged = async (answer: Promise<CoverAnswer>): Promise<CoverAnswer> => {
    const given = await answer;
    nudge();
    return given;
  };
  return {
    plan: (by, key, away) => plan(world, by, key, away),
    confirm: (id, by) => nudged(confirm(world, id, by)),
    end: (id, by) => nudged(end(world, id, by)),
    back: (by) => nudged(back(world, by)),
    list: (viewer) => world.known().map((cover) => coverView(world, cover, viewer)),
  };
};
