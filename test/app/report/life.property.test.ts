import fc from "fast-check";
import { verifyChain } from "../../../src/app/audit/chain.ts";
import { readReport } from "../../../src/app/report/document.ts";
import { hour, noon } from "../../support/house.ts";
import {
  act,
  givingTrouble,
  life,
  names,
  newWorld,
  ripe,
  type Answer,
  type Life,
  type Step,
  type World,
} from "./life.ts";
import { changes, expected, newModel, remember, type Model } from "./model.ts";

/**
 * Random lives of a report, with people who click anything, a clock that also jumps back, restarts, a store that fills up
 * at any write, and a Teams that fails, against the simple model. The long run of 10,000, two at a time, in about half an hour:
 *
 *   seq 20 | RUNS=500 xargs -P 2 -I{} env SEED={} npx jest test/app/report/life
 *
 * A divergence prints its seed and the shortest life that shows it.
 */
const runs = Number(process.env["RUNS"] ?? 60);
const seed = process.env["SEED"];

/** Longer than a lease, and than a try that was cut off is left alone. */
const pause = 180_000;

/** Nobody is owed anything that they did not get, nobody is left waiting, the proof stands, and what was answered is kept. */
const everythingKept = async ({ records, id }: World, model: Model): Promise<void> => {
  const now = await readReport(records, id);
  expect(now).toBeDefined();
  if (now === undefined) return;
  const { report, sealed } = now;
  for (const telling of report.tellings.filter(({ how }) => how !== "phone")) {
    const reached = telling.told.some(({ where }) => telling.to.includes(where));
    expect(reached || telling.gap !== null || telling.handedTo.length > 0).toBe(true);
  }
  expect(verifyChain({ kind: "report", id }, sealed)).toMatchObject({ ok: true });
  expect(await records.count("report")).toBe(1);
  const who = (facts: readonly { readonly by: string }[]) => facts.map(({ by }) => by.split("@")[0]).sort();
  expect(who(report.acknowledged)).toEqual([...model.acknowledged].sort());
  expect(who(report.joined)).toEqual([...model.joined].sort());
  expect([report.closed !== null, report.ended !== null, report.called.length > 0]).toEqual([
    model.closed,
    model.ended,
    model.called,
  ]);
};

/** What the model learns by looking at people's screens: a card, and a question that was put or cannot be. */
const watches = (model: Model) => (who: string, kind: string, is: string) => {
  if (kind === "telling") model.told.add(who);
  if (kind === "question" && (is === "fine" || is === "unreachable")) model.answered = false;
};

/** Whether the practice group lead is owed a card by now: what Bo saw was worse, or it has gone on for a day. */
const gwenIsOwed = (model: Model, now: number): boolean =>
  model.joined.has("bo") ||
  (model.ongoing && model.confirmedAt !== null && !model.ended && !model.closed && now >= ripe);

/** Somebody does something; when it is not saved they are told so, and press again once the store is mended. */
const deed = async (world: World, model: Model, step: Extract<Step, { kind: "deed" }>, now: number, full: boolean) => {
  const { deed, who } = step;
  const should: Answer = expected(model, deed, who, now);
  let answer = await act(world, deed, who);
  if (full) expect([step, answer === "not saved"]).toEqual([step, changes(model, deed, who, now)]);
  if (answer === "not saved") {
    world.store.mend();
    answer = await act(world, deed, who);
  }
  expect([step, answer]).toEqual([step, should]);
  if (answer === "done") remember(model, deed, who, now);
};

const live = async ({ ongoing, steps }: Life): Promise<void> => {
  const world = await newWorld(ongoing);
  const model = newModel(ongoing, noon);
  const trouble = givingTrouble(world, watches(model));
  let now = noon;
  let writes: number | null = null;
  let gwen = false;
  for (const next of steps) {
    const failing = writes !== null;
    if (next.kind === "wait") world.at((now += next.ms));
    if (next.kind === "restart") world.restart();
    if (next.kind === "trouble") trouble(next.who, next.is);
    if (next.kind === "deed") await deed(world, model, next, now, writes === 0);
    await world.settle();
    if (failing) {
      world.store.mend();
      world.at((now += pause));
      await world.settle();
    }
    gwen ||= gwenIsOwed(model, now);
    writes = next.kind === "full" ? next.writes : null;
    if (writes !== null) world.store.failAfter(writes);
  }
  world.store.mend();
  for (const who of [...names, "ad"]) trouble(who, "fine");
  for (let later = 1; later <= 8; later += 1) {
    world.at((now += 12 * hour));
    await world.settle();
    gwen ||= gwenIsOwed(model, now);
  }
  if (model.confirmedAt !== null) await everythingKept(world, model);
  expect(model.told.has("gwen")).toBe(gwen);
  await world.records.close();
};

it(`a report lives as the model says, through ${String(runs)} random lives`, async () => {
  await fc.assert(fc.asyncProperty(life, live), {
    numRuns: runs,
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    interruptAfterTimeLimit: 3_600_000,
  });
}, 3_600_000);
