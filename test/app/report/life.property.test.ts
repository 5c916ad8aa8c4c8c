import fc from "fast-check";
import { verifyChain } from "../../../src/app/audit/chain.ts";
import { readReport } from "../../../src/app/report/document.ts";
import type { Confirmed } from "../../../src/app/reporting.ts";
import { assessment, clause, email, hour, house, noon } from "../../support/house.ts";
import { expected, newModel, remember, type Deed } from "./model.ts";

/**
 * Random lives of a report, with people who click anything, a clock that also jumps back, restarts, and a Teams that fails,
 * against the simple model. `RUNS=10000 jest life` is the long run.
 */
const runs = Number(process.env["RUNS"] ?? 150);
const names = ["ana", "bo", "nadia", "hugh", "dee"] as const;
const bosses = new Set(["nadia", "dee"]);
const troubles = ["fine", "later", "unreachable", "crash"] as const;
type Trouble = (typeof troubles)[number];

const deeds = [
  "confirm",
  "acknowledge",
  "ask",
  "answer",
  "call",
  "close",
  "brief",
  "see",
] as const satisfies readonly Deed[];
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("deed" as const),
      deed: fc.constantFrom(...deeds),
      who: fc.constantFrom(...names),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: -hour, max: 6 * hour }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("restart" as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("trouble" as const),
      who: fc.constantFrom("nadia", "hugh", "dee", "ad"),
      is: fc.constantFrom(...troubles),
    }),
  },
);
/** Most of a life comes after the confirmation. */
const life = fc
  .tuple(fc.array(step, { maxLength: 4 }), fc.array(step, { maxLength: 25 }))
  .map(([before, after]) => [
    ...before,
    { kind: "deed" as const, deed: "confirm" as const, who: "ana" as const },
    ...after,
  ]);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const rules = () =>
  assessment(
    [
      clause("W-1", {
        phone: true,
        tell: [
          { post: "assistant-director", how: "teams", leaveAt: noon, dueAt: noon },
          { post: "assistant-director", how: "phone", leaveAt: noon, dueAt: noon },
          { post: "head-of-service", how: "copy", leaveAt: noon + 3 * hour, dueAt: noon + 3 * hour },
        ],
      }),
    ],
    { phone: true },
  );

type World = ReturnType<typeof house>;

const act = (world: World, id: string, deed: Deed, who: string): Promise<Confirmed> => {
  const { reporting } = world;
  const by = email(who);
  switch (deed) {
    case "confirm":
      return reporting.confirm(id, by);
    case "see":
    case "acknowledge":
      return reporting[deed](id, by);
    case "ask":
    case "answer":
    case "close":
      return reporting[deed](id, by, "Words");
    case "call":
      return reporting.call(id, by, "Nadia", "");
    case "brief":
      return reporting.brief(id, by, { basics: "Under a care order" });
  }
};

const givingTrouble = (world: World): ((who: string, is: Trouble) => void) => {
  const now = new Map<string, Trouble>();
  world.failing((to) => {
    const trouble = now.get(to) ?? "fine";
    if (trouble === "crash") return "crash";
    if (trouble === "later") return { outcome: "later", why: "busy", afterMs: 500 };
    return trouble === "unreachable" ? { outcome: "unreachable", why: "blocked the bot" } : undefined;
  });
  return (who, is) => now.set(who === "ad" ? "ad" : email(who), is);
};

/** Nobody is owed anything that they did not get, nobody is left waiting, and the proof stands. */
const everythingKept = async (world: World, id: string): Promise<void> => {
  const now = await readReport(world.records, id);
  expect(now).toBeDefined();
  if (now === undefined) return;
  for (const telling of now.report.tellings.filter(({ how }) => how !== "phone")) {
    const reached = telling.told.some(({ where }) => telling.to.includes(where));
    expect(reached || telling.gap !== null || telling.handedTo.length > 0).toBe(true);
  }
  expect(verifyChain({ kind: "report", id }, now.sealed)).toMatchObject({ ok: true });
  expect(await world.records.count("report")).toBe(1);
};

const toldBy = async (world: World, id: string): Promise<ReadonlySet<string>> => {
  const now = await readReport(world.records, id);
  return new Set(now?.report.tellings.flatMap(({ to }) => to).map((person) => person.split("@")[0] ?? ""));
};

const live = async (steps: readonly Step[]): Promise<void> => {
  const world = house(rules);
  const { id } = await world.draft();
  const model = newModel();
  const trouble = givingTrouble(world);
  let now = noon;
  for (const next of steps) {
    if (next.kind === "wait") world.at((now += next.ms));
    if (next.kind === "restart") world.restart();
    if (next.kind === "trouble") trouble(next.who, next.is);
    if (next.kind === "deed") {
      const told = await toldBy(world, id);
      const answer = await act(world, id, next.deed, next.who);
      expect([next, answer.outcome]).toEqual([next, expected(model, next.deed, next.who, told, bosses)]);
      if (answer.outcome === "done") remember(model, next.deed, next.who);
    }
    await world.settle();
  }
  for (const who of ["nadia", "hugh", "dee", "ad"]) trouble(who, "fine");
  for (let later = 1; later <= 8; later += 1) {
    world.at(now + later * 12 * hour);
    await world.settle();
  }
  if (model.confirmed) await everythingKept(world, id);
  await world.records.close();
};

it(`a report lives as the model says, through ${String(runs)} random lives`, async () => {
  await fc.assert(fc.asyncProperty(life, live), {
    numRuns: runs,
    interruptAfterTimeLimit: 3_600_000,
  });
}, 3_600_000);
