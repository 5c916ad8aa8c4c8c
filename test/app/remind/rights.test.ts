import { rosterDirectory } from "../../../src/adapters/roster/directory.ts";
import { readRoster } from "../../../src/adapters/roster/read.ts";
import { readPolicyFiles, readText } from "../../../src/adapters/files/policies.ts";
import { openSqlite } from "../../../src/adapters/sqlite/open.ts";
import { changeCase } from "../../../src/app/cases/change.ts";
import { readCase } from "../../../src/app/cases/kept.ts";
import { createChoosing } from "../../../src/app/remind/choose.ts";
import type { RemindDeps } from "../../../src/app/remind/deps.ts";
import { createDue } from "../../../src/app/remind/due.ts";
import type { CaseEntry } from "../../../src/domain/case/facts.ts";
import {
  caseActions,
  caseRefusals,
  caseRoles,
  caseStates,
  mayOnCase,
  type CaseAction,
  type CaseRole,
  type CaseState,
} from "../../../src/domain/case/permissions.ts";
import { fixed } from "../../../src/app/remind/offered.ts";
import { dutiesOf } from "../../../src/rules/duty/duties.ts";
import { caseRulesOf } from "../../../src/rules/duty/case-rules.ts";
import { loadPolicies } from "../../../src/rules/policy/load.ts";
import { composeRulebook } from "../../../src/rules/rulebook.ts";
import { createCalendar } from "../../../src/time/calendar.ts";
import { atLondon } from "../../../src/time/london.ts";
import { quietCase } from "../../support/cases.ts";
import { memoryLog } from "../../support/memory-log.ts";

/** The table of rights, asked of the use cases for every role, action and state; Ambershire's own people and policies. */
const now = atLondon("2026-04-07", "10:00");
const loaded = loadPolicies(readPolicyFiles("policies"));
const [council] = loaded.councils;
if (council === undefined) throw new Error("Ambershire's council file is not there.");
const rulebook = composeRulebook(loaded, council);
const { people } = readRoster(readText("policies/example/roster.csv").text, council);

const at = (name: string): string => `${name}@ambershire.example`;
const who = {
  worker: at("daniel.okonkwo"),
  manager: at("joanne.ashworth"),
  senior: at("priya.nair"),
  overseer: at("eleanor.whitcombe"),
  helper: at("bethan.griffiths"),
  colleague: at("zofia.wisniewska"),
} as const satisfies Record<CaseRole, string>;

const ref = "AMB-2002";
const supervision = `PS-13:${ref}:2026-02-02`;

const world = () => {
  const records = openSqlite(":memory:");
  const log = memoryLog();
  const deps: RemindDeps = {
    ...{ records, log, council, rulebook, clock: { now: () => now }, directory: rosterDirectory(people, council) },
    calendar: createCalendar({ ...council.houseRules, closureDays: [] }),
    rules: caseRulesOf(rulebook),
    nudge: () => undefined,
  };
  return { deps, log, due: createDue(deps), choice: createChoosing(deps) };
};
type World = ReturnType<typeof world>;

/** A case with a supervision that is overdue and a visit that is due, handed to the helper, and with something to approve. */
const prepared = async (state: CaseState): Promise<World> => {
  const made = world();
  const keep = (entries: readonly CaseEntry[]) =>
    changeCase(made.deps, ref, { kind: "work", decide: () => entries }, now);
  const facts = { ...quietCase("daniel.okonkwo"), lastSupervision: "2026-02-02", lastVisit: "2026-02-20" };
  await changeCase(made.deps, ref, { kind: "load", source: "x.csv", facts, happened: [] }, now, "make");
  const duty = { duty: supervision, clause: "PS-13", by: who.manager, reason: "Cover", at: now };
  await keep([{ ...duty, kind: "given", id: "g1", to: who.helper }]);
  const { duty: _d, ...ask } = duty;
  await keep([{ ...ask, kind: "lessOftenAsked", id: "a1", everyWeeks: 12, until: "2026-06-30" }]);
  if (state !== "working") await changeCase(made.deps, ref, { kind: "leave", source: "x.csv" }, now);
  if (state === "closed") await keep([{ kind: "leftDecided", at: now, by: who.manager, decision: "closed" }]);
  return made;
};

const moving = { moveTo: "Thursday", riskManaged: "a", driftAddressed: "b", childSeen: "c" };

/** What a person tries for each action; records are tried beside their own forms. */
const tries = {
  see: ({ due }, by) => due.case(ref, by),
  complete: async ({ choice, deps }, by) => choice.complete(await visitOf(deps), by, "yesterday"),
  say: ({ choice }, by) => choice.say(ref, by, "case-transferred", "yesterday", {}),
  snooze: ({ choice }, by) => choice.snooze(supervision, by, "Friday", "In court"),
  move: ({ choice }, by) => choice.move(supervision, by, moving),
  give: ({ choice }, by) => choice.give(supervision, by, "Aisha Malik", "Hers"),
  take: ({ choice }, by) => choice.take(ref, "g1", by),
  lessen: ({ choice }, by) => choice.lessen(supervision, by, "12", "30 June", "On remand"),
  approve: ({ choice }, by) => choice.approve(ref, "a1", by),
  settle: ({ choice }, by) => choice.settle(ref, by, "stays"),
} as const satisfies Partial<
  Record<CaseAction, (world: World, by: string) => Promise<{ readonly outcome: string; readonly why?: string }>>
>;
type Tried = keyof typeof tries;

/** The visit that is due, as the rules have it; a closed case has none. */
const visitOf = async ({ records }: RemindDeps): Promise<string> => {
  const held = await readCase(records, ref);
  const owed = held === undefined ? [] : dutiesOf(rulebook, held.state, now);
  return owed.find(({ metBy }) => metBy.includes("visit-done"))?.id ?? `WQ-8.1:${ref}:2026-03-02`;
};

const versionOf = async ({ deps }: World): Promise<number> => (await readCase(deps.records, ref))?.version ?? 0;

const all = (Object.keys(tries) as Tried[]).flatMap((action) =>
  caseStates.flatMap((state) => caseRoles.map((role) => [role, action, state] as const)),
);

/** What somebody handed a duty is to that duty, and to the rest of the case. */
const onDuty: readonly Tried[] = ["snooze", "move", "give", "take", "lessen"];
const rolesOf = (role: CaseRole, action: Tried, state: CaseState): readonly CaseRole[] => {
  if (role !== "helper" || onDuty.includes(action)) return [role];
  // A closed case has no duties, so nobody helps with one.
  return action === "see" && state !== "closed" ? [role] : ["colleague"];
};

describe("the rights on a case", () => {
  it("has a row for every action but those that write records", () => {
    expect(caseActions.filter((action) => !(action in tries))).toEqual(["record", "confirm"]);
  });

  it.each(all)("asks the table whether %s may %s a case that is %s", async (role, action, state) => {
    const made = await prepared(state);
    const before = await versionOf(made);
    const answer = await tries[action](made, who[role]);
    const may = mayOnCase(rolesOf(role, action, state), action, state);
    const changed = (await versionOf(made)) > before;
    if (!may) {
      expect(changed).toBe(false);
      expect(["refused", "late"]).toContain(answer.outcome);
    } else if (action === "see") expect(answer.outcome).toBe("done");
    else expect(answer.outcome).not.toBe("refused");
  });

  it.each(onDuty)("says the same of a case that is not there and of one that is none of theirs: %s", async (action) => {
    const made = await prepared("working");
    const refused = await tries[action](made, who.colleague);
    expect(refused).toEqual({ outcome: "refused", why: caseRefusals.see });
    expect(await made.choice.snooze("PS-13:AMB-9999:2026-02-02", who.colleague, "Friday", "x")).toEqual(refused);
    expect(made.log.entries.filter(({ what }) => what === "refused on a case")).not.toEqual([]);
  });

  it("never lets whoever asked for less often approve it, however senior they are", async () => {
    const made = await prepared("working");
    const asked = await made.choice.lessen(supervision, who.senior, "10", "30 June", "On remand");
    expect(asked.outcome).toBe("late");
    expect((await made.choice.approve(ref, "a1", who.manager)).outcome).toBe("refused");
    expect((await made.choice.approve(ref, "a1", who.senior)).outcome).toBe("done");
    expect((await readCase(made.deps.records, ref))?.state.exceptions).toHaveLength(1);
  });

  it("never makes a clause in the law less often", () => {
    const law = rulebook.clauses.filter(({ statutory, duty }) => statutory && duty !== undefined);
    expect(law.length).toBeGreaterThan(0);
    for (const { id } of law) expect(fixed({ rulebook }, { clause: id })).not.toBeNull();
    expect(fixed({ rulebook }, { clause: "PS-13" })).toBeNull();
  });
});
