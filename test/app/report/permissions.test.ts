import {
  mayReport,
  reportActions,
  reportPermissions,
  reportRefusals,
  reportStates,
  type ReportAction,
  type ReportRole,
  type ReportState,
} from "../../../src/domain/permissions.ts";
import type { Answered } from "../../../src/app/reporting.ts";
import { assessment, clause, email, house, noon } from "../../support/house.ts";

/** Ana reports; Gwen amends and Hugh decides; Nadia (Assistant Director, oversees) is told; Dee (Director) oversees; Bo is a colleague; Jo reported the same. */
const cast = {
  reporter: "ana",
  joiner: "jo",
  told: "nadia",
  amender: "gwen",
  decider: "hugh",
  overseer: "dee",
  colleague: "bo",
} as const satisfies Record<ReportRole, string>;
const rolesOfCast: Record<ReportRole, readonly ReportRole[]> = {
  reporter: ["colleague", "reporter"],
  joiner: ["colleague", "joiner"],
  told: ["colleague", "told", "overseer"],
  amender: ["colleague", "told", "amender"],
  decider: ["colleague", "told", "decider"],
  overseer: ["colleague", "overseer"],
  colleague: ["colleague"],
};

const phoned = () =>
  assessment(
    [
      clause("W-1", {
        phone: true,
        tell: [
          { post: "assistant-director", how: "teams", leaveAt: noon, dueAt: noon },
          { post: "assistant-director", how: "phone", leaveAt: noon, dueAt: noon },
          { post: "practice-group-lead", how: "amend", leaveAt: noon, dueAt: noon },
          { post: "head-of-service", how: "decide", leaveAt: noon, dueAt: noon },
        ],
      }),
    ],
    { phone: true },
  );

const inState = async (state: ReportState) => {
  const world = house(phoned);
  const { id } = await world.draft(email("ana"), { event: "ongoing" });
  await world.reporting.confirm(id, email("ana"));
  const second = await world.draft(email("jo"), { event: "ongoing" });
  await world.reporting.join(id, second.id, email("jo"));
  await world.settle();
  if (state !== "reported") await world.reporting.acknowledge(id, email("nadia"));
  if (state === "closed") {
    await world.reporting.call(id, email("ana"), "Nadia", "");
    await world.reporting.close(id, email("nadia"), "Dealt with");
  }
  return { ...world, id };
};

const tries: Record<ReportAction, (world: Awaited<ReturnType<typeof inState>>, by: string) => Promise<Answered>> = {
  see: ({ reporting, id }, by) => reporting.see(id, by),
  acknowledge: ({ reporting, id }, by) => reporting.acknowledge(id, by),
  ask: ({ reporting, id }, by) => reporting.ask(id, by, "Where?"),
  answer: ({ reporting, id }, by) => reporting.answer(id, by, "There."),
  call: ({ reporting, id }, by) => reporting.call(id, by, "Nadia", ""),
  brief: ({ reporting, id }, by) => reporting.brief(id, by, { basics: "Under a care order" }),
  update: ({ reporting, id }, by) => reporting.update(id, by, "All well", ""),
  amend: ({ reporting, id }, by) => reporting.amend(id, by, { basics: "Under an interim care order" }),
  approve: ({ reporting, id }, by) => reporting.approve(id, by),
  return: ({ reporting, id }, by) => reporting.sendBack(id, by, "Say who has seen her."),
  decide: ({ reporting, id }, by) => reporting.decide(id, by, true, "The press has called"),
  persist: ({ reporting, id }, by) => reporting.persist(id, by),
  end: ({ reporting, id }, by) => reporting.end(id, by, ""),
  close: async ({ reporting, id }, by) => {
    if (by !== email("bo")) await reporting.call(id, email("ana"), "Nadia", "");
    return reporting.close(id, by, "Dealt with");
  },
};

const cells = reportStates.flatMap((state) =>
  reportActions.flatMap((action) => (Object.keys(cast) as ReportRole[]).map((role) => ({ state, action, role }))),
);

describe("the permissions table, every cell through the use cases", () => {
  it.each(cells)("$role, $action, when $state", async ({ state, action, role }) => {
    const world = await inState(state);
    const before = (await world.facts(world.id)).length;
    const answer = await tries[action](world, email(cast[role]));
    const may = mayReport(rolesOfCast[role], action, state);
    const allowed = may && !(action === "acknowledge" && state === "acknowledged" && role === "told");
    if (allowed) {
      expect(answer.outcome).toBe("done");
      return;
    }
    expect(["refused", "late"]).toContain(answer.outcome);
    const calls = action === "close" && role !== "colleague" && state !== "closed" ? 1 : 0;
    expect((await world.facts(world.id)).length).toBe(before + calls);
  });

  it("never lets a colleague's refusal say anything of the report", async () => {
    const world = await inState("acknowledged");
    const answers = await Promise.all(reportActions.map((action) => tries[action](world, email("bo"))));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ outcome: "refused", why: reportRefusals.see })]),
    );
  });

  it("never lets the author acknowledge, ask or close, whatever else they are", () => {
    const open = reportStates.filter((state) => state !== "closed");
    const author = open.flatMap((state) =>
      (["acknowledge", "ask", "close", "amend", "approve", "return", "decide"] as const).map((action) =>
        mayReport(["reporter", "told", "amender", "decider", "overseer"], action, state),
      ),
    );
    expect(author).toEqual(Array.from({ length: 14 }, () => false));
  });

  it("changes nothing about a closed report", () => {
    const writes = reportActions
      .filter((action) => action !== "see")
      .map((action) => reportPermissions.closed[action].length);
    expect(writes).toEqual(writes.map(() => 0));
  });
});
