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
import type { Rules } from "../../../src/app/report/rules.ts";
import type { Question } from "../../../src/domain/vocabulary.ts";
import type { Answered } from "../../../src/app/reporting.ts";
import type { Cover } from "../../../src/domain/cover/cover.ts";
import { assessment, clause, email, house, noon, people, person } from "../../support/house.ts";

/**
 * Ana reports; Gwen amends and Hugh decides; Nadia (Assistant Director, oversees) is told; Dee (Director) oversees; Bo is a
 * colleague; Jo reported the same. Pat is away and Cy covers: Sam is asked to judge whether Cy is told (W-X1). It is about Sid,
 * who is a Director as well and holds the post that is told (LCP-3.7).
 */
const cast = {
  reporter: "ana",
  joiner: "jo",
  told: "nadia",
  amender: "gwen",
  decider: "hugh",
  judge: "sam",
  overseer: "dee",
  colleague: "bo",
  barred: "sid",
} as const satisfies Record<ReportRole, string>;
const rolesOfCast: Record<ReportRole, readonly ReportRole[]> = {
  reporter: ["colleague", "reporter"],
  joiner: ["colleague", "joiner"],
  told: ["colleague", "told", "overseer"],
  amender: ["colleague", "told", "amender"],
  decider: ["colleague", "told", "decider"],
  judge: ["colleague", "told", "judge"],
  overseer: ["colleague", "overseer"],
  colleague: ["colleague"],
  barred: ["colleague", "barred"],
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
      clause("W-2", { dueAt: null, tell: [{ post: "practice-manager", how: "teams", leaveAt: noon, dueAt: null }] }),
    ],
    { phone: true },
  );

const roster = [
  ...people,
  person("sam", ["service-manager"]),
  person("pat", ["practice-manager"]),
  person("cy", []),
  person("sid", ["director", "assistant-director"]),
];
const patIsAway: Cover = {
  ...{ id: "c1", person: email("pat"), at: noon, state: "confirmed", instead: email("cy") },
  ...{ from: "2026-04-01", until: "2026-04-10" },
};
const when = { name: "awareAt", type: "instant", asks: "When did you know?" } as const;
const over = { name: "overAt", type: "instant", asks: "When was it over?" } as const;
const later = { asks: "Does it go on?", ended: "Over", persists: "It goes on", afterHours: [24], heard: [] };
const about: Question = { name: "subjects", type: "people", asks: "Who is it about?", assume: [] };
const rules: Partial<Rules> = {
  questions: () => [when, { ...over, later }, about],
  judgement: (post) => (post === "practice-manager" ? { clause: "X-1", judge: "service-manager" } : null),
};

const inState = async (state: ReportState) => {
  const world = house(phoned, roster, { rules, covers: [patIsAway] });
  const answers = { awareAt: noon, subjects: [email("sid")] };
  const { id } = await world.draft(email("ana"), { event: "ongoing", answers });
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
  judge: ({ reporting, id }, by) => reporting.judge(id, by, false, "It can wait"),
  remind: async ({ reporting, id }, by) => {
    await reporting.acknowledge(id, by);
    return reporting.remind(id, by, "tomorrow", "");
  },
  persist: ({ reporting, id }, by) => reporting.persist(id, by),
  end: ({ reporting, id }, by) => reporting.end(id, by, ""),
  close: async ({ reporting, id }, by) => {
    if (by !== email("bo") && by !== email("sid")) await reporting.call(id, email("ana"), "Nadia", "");
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
    const calls = action === "close" && role !== "colleague" && role !== "barred" && state !== "closed" ? 1 : 0;
    expect((await world.facts(world.id)).length).toBe(before + calls);
  });

  it.each(["bo", "sid"])("never lets the refusal that %s reads say anything of the report", async (who) => {
    const world = await inState("acknowledged");
    const answers = await Promise.all(reportActions.map((action) => tries[action](world, email(who))));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ outcome: "refused", why: reportRefusals.see })]),
    );
  });

  it("never lets the author acknowledge, ask or close, whatever else they are", () => {
    const open = reportStates.filter((state) => state !== "closed");
    const author = open.flatMap((state) =>
      (["acknowledge", "ask", "close", "amend", "approve", "return", "decide", "judge", "remind"] as const).map(
        (action) => mayReport(["reporter", "told", "amender", "decider", "judge", "overseer"], action, state),
      ),
    );
    expect(author).toEqual(Array.from({ length: 18 }, () => false));
  });

  it("tells nothing to whoever it is about, though they hold the post and oversee all", async () => {
    const world = await inState("reported");
    expect(world.to(email("sid"))).toEqual([]);
    expect(world.to("ad")).toEqual([]);
    expect(await world.reporting.mine(email("sid"))).toEqual([]);
    expect((await world.reporting.heardEnd(email("sid"), "AMB-1042 is over"))?.reports ?? []).toEqual([]);
  });

  it("changes nothing about a closed report", () => {
    const writes = reportActions
      .filter((action) => action !== "see")
      .map((action) => reportPermissions.closed[action].length);
    expect(writes).toEqual(writes.map(() => 0));
  });
});
