import fc from "fast-check";
import { NotDurable } from "../../../src/app/ports/records.ts";
import type { Joined } from "../../../src/app/reporting.ts";
import type { Happening } from "../../../src/rules/types.ts";
import { assessment, clause, email, hour, house, noon } from "../../support/house.ts";
import { deeds, type Deed } from "./model.ts";

/** What may happen in a report's life, and the world in which it does. */
export const names = ["ana", "bo", "nadia", "gwen", "hugh", "dee"] as const;
const troubles = ["fine", "later", "unreachable", "crash"] as const;
type Trouble = (typeof troubles)[number];

const step = fc.oneof(
  {
    weight: 8,
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
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: -24 * hour, max: 48 * hour }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("restart" as const) }) },
  /** The store takes so many writes more in what comes next. */
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("full" as const), writes: fc.nat({ max: 8 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("trouble" as const),
      who: fc.constantFrom(...names, "ad"),
      is: fc.constantFrom(...troubles),
    }),
  },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

export interface Life {
  readonly ongoing: boolean;
  readonly steps: readonly Step[];
}

/** Most of a life comes after the confirmation. */
export const life: fc.Arbitrary<Life> = fc.record({
  ongoing: fc.boolean(),
  steps: fc
    .tuple(fc.array(step, { maxLength: 4 }), fc.array(step, { maxLength: 30 }))
    .map(([before, after]) => [
      ...before,
      { kind: "deed" as const, deed: "confirm" as const, who: "ana" as const },
      ...after,
    ]),
});

/** When what goes on is told to the practice group lead as well. */
export const ripe = noon + 24 * hour;

const gwenIsTold = (id: string) =>
  clause(id, { tell: [{ post: "practice-group-lead", how: "teams", leaveAt: noon, dueAt: noon }] });

const rules = ({ event, facts }: Happening, asOf: number) => {
  const over = facts["overAt"];
  const ripens = event === "ongoing" && !(typeof over === "number" && over < ripe);
  const first = clause("W-1", {
    phone: true,
    tell: [
      { post: "assistant-director", how: "teams", leaveAt: noon, dueAt: noon },
      { post: "assistant-director", how: "phone", leaveAt: noon, dueAt: noon },
      { post: "head-of-service", how: "copy", leaveAt: noon + 3 * hour, dueAt: noon + 3 * hour },
    ],
  });
  const worse = facts["worse"] === true ? [gwenIsTold("W-2")] : [];
  const ripened = ripens && asOf >= ripe ? [gwenIsTold("W-3")] : [];
  const watch = ripens && asOf < ripe ? [{ ...gwenIsTold("W-3"), maturesAt: ripe }] : [];
  return assessment([first, ...worse, ...ripened], { phone: true, watch });
};

/** Ana's draft, and those of two others who saw the same; what Bo saw was worse. */
export const newWorld = async (ongoing: boolean) => {
  const world = house(rules);
  const event = ongoing ? "ongoing" : "thing";
  const { id } = await world.draft(email("ana"), { event });
  const bo = await world.draft(email("bo"), { event, answers: { awareAt: noon, worse: true } });
  const hugh = await world.draft(email("hugh"), { event });
  return {
    ...world,
    world,
    id,
    drafts: new Map([
      ["bo", bo.id],
      ["hugh", hugh.id],
    ]),
  };
};
export type World = Awaited<ReturnType<typeof newWorld>>;

/** What somebody sees come of a deed; "not saved" when the store refused it. */
export type Answer = Joined["outcome"] | "same" | "not saved";

export const act = async ({ world, id, drafts }: World, deed: Deed, who: string): Promise<Answer> => {
  const { reporting } = world;
  const by = email(who);
  const doing = () => {
    switch (deed) {
      case "confirm":
        return reporting.confirm(id, by);
      case "join":
        return reporting.join(id, drafts.get(who) ?? drafts.get("bo") ?? "", by);
      case "see":
      case "acknowledge":
      case "persist":
        return reporting[deed](id, by);
      case "ask":
      case "answer":
      case "close":
        return reporting[deed](id, by, "Words");
      case "call":
        return reporting.call(id, by, "Nadia", "");
      case "end":
      case "update":
        return deed === "end" ? reporting.end(id, by, "") : reporting.update(id, by, "Words", "");
      case "brief":
        return reporting.brief(id, by, { basics: "Under a care order" });
    }
  };
  try {
    return (await doing()).outcome;
  } catch (fault) {
    if (fault instanceof NotDurable) return "not saved";
    throw fault;
  }
};

/** Makes Teams fail for whom it is told to; `sees` hears of every new message that was meant for somebody. */
export const givingTrouble = (
  { world }: World,
  sees: (who: string, kind: string, is: Trouble) => void,
): ((who: string, is: Trouble) => void) => {
  const now = new Map<string, Trouble>();
  world.failing((to, message, update) => {
    const trouble = now.get(to) ?? "fine";
    if (!update) sees(to.split("@")[0] ?? "", message.kind, trouble);
    if (trouble === "crash") return "crash";
    if (trouble === "later") return { outcome: "later", why: "busy", afterMs: 500 };
    return trouble === "unreachable" ? { outcome: "unreachable", why: "blocked the bot" } : undefined;
  });
  return (who, is) => now.set(who === "ad" ? "ad" : email(who), is);
};
