import type { Rules } from "../../../src/app/report/rules.ts";
import { assessment, clause, email, hour, house, noon, people } from "../../support/house.ts";

const told = () => assessment([clause("W-1")]);
const phoned = () =>
  assessment(
    [
      clause("W-1", {
        phone: true,
        tell: [
          { post: "assistant-director", how: "teams", leaveAt: noon, dueAt: noon },
          { post: "assistant-director", how: "phone", leaveAt: noon, dueAt: noon },
        ],
      }),
    ],
    { phone: true },
  );

const sent = async (assess: Rules["assess"] = told, roster = people) => {
  const world = house(assess, roster);
  const { id } = await world.draft();
  const answer = await world.reporting.confirm(id, email("ana"));
  await world.settle();
  return { ...world, id, answer };
};

describe("a report that is confirmed", () => {
  it("has a reference of its year, and is told to the post in chat and in its channel", async () => {
    const { answer, to } = await sent();
    expect(answer).toMatchObject({ outcome: "done", report: { ref: "NTK-2026-0001" } });
    expect(to(email("nadia")).map(({ message }) => message.kind)).toEqual(["telling"]);
    expect(to("ad").map(({ message }) => message.kind)).toEqual(["channel"]);
    expect(to(email("ana"))[0]?.message.kind).toBe("receipt");
  });

  it("is one report however often and however fast it is confirmed", async () => {
    const world = house(told);
    const { id } = await world.draft();
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.reporting.confirm(id, email("ana"))));
    await world.settle();
    expect(new Set(answers.map((answer) => "report" in answer && answer.report.ref)).size).toBe(1);
    expect(await world.records.count("report")).toBe(1);
    expect(world.to(email("nadia"))).toHaveLength(1);
  });

  it("is not made of another person's draft", async () => {
    const world = house(told);
    const { id } = await world.draft();
    expect(await world.reporting.confirm(id, email("bo"))).toMatchObject({ outcome: "refused" });
    expect(await world.records.count("report")).toBe(0);
  });

  it("is not made while a required question has no answer", async () => {
    const world = house(told);
    const { id } = await world.draft(email("ana"), { answers: {} });
    expect(await world.reporting.confirm(id, email("ana"))).toMatchObject({
      outcome: "refused",
      why: expect.stringMatching(/still need an answer/) as string,
    });
  });

  it("puts one post under two clauses on one card, with the earlier deadline", async () => {
    const later = [{ post: "assistant-director", how: "teams" as const, leaveAt: noon, dueAt: noon + hour }];
    const { answer, to, facts, id } = await sent(() => assessment([clause("W-1", { tell: later }), clause("W-2")]));
    expect(answer).toMatchObject({ report: { ledger: [{ clauses: ["W-1", "W-2"], dueAt: noon }] } });
    expect(to(email("nadia"))).toHaveLength(1);
    expect((await facts(id)).filter(({ kind }) => kind === "told")).toHaveLength(2);
  });

  it("tells nobody before a telling's time, and then does (LCP-P5)", async () => {
    const evening = [{ post: "director", how: "brief" as const, leaveAt: noon + 5 * hour, dueAt: noon + 5 * hour }];
    const world = await sent(() => assessment([clause("L-1", { tell: evening })]));
    expect(world.to(email("dee"))).toHaveLength(0);
    world.at(noon + 5 * hour - 1);
    await world.settle();
    expect(world.to(email("dee"))).toHaveLength(0);
    world.at(noon + 5 * hour);
    await world.settle();
    expect(world.to(email("dee"))).toHaveLength(1);
  });

  it("fires what it watches when the threshold passes, once", async () => {
    const matured = noon + 24 * hour;
    const watch = [{ ...clause("W-6"), maturesAt: matured, dueAt: null }];
    const world = await sent((_, asOf) => (asOf < matured ? assessment([], { watch }) : assessment([clause("W-6")])));
    expect(world.to(email("nadia"))).toHaveLength(0);
    world.at(matured + hour);
    await world.settle();
    await world.settle();
    expect(world.to(email("nadia"))).toHaveLength(1);
    expect(
      world.to(email("ana")).some(({ message }) => message.kind === "word" && /W-6 now applies/.test(message.text)),
    ).toBe(true);
  });
});

describe("people on a report", () => {
  it("acknowledge it: every copy changes and the reporter hears", async () => {
    const world = await sent();
    expect(await world.reporting.acknowledge(world.id, email("nadia"))).toMatchObject({
      outcome: "done",
      report: { state: "acknowledged" },
    });
    await world.settle();
    const updated = world.sent.filter(({ update }) => update).map(({ to }) => to);
    expect(new Set(updated)).toEqual(new Set([email("nadia"), email("ana"), "ad"]));
    expect(world.to(email("ana")).at(-1)?.message ?? world.to(email("ana"))).toBeDefined();
    expect(
      world.sent.some(
        ({ to, message }) =>
          to === email("ana") && message.kind === "word" && message.text === "NTK-2026-0001: Nadia acknowledged it.",
      ),
    ).toBe(true);
  });

  it("are told who was first when they acknowledge twice, and nothing happens again", async () => {
    const world = await sent();
    await world.reporting.acknowledge(world.id, email("nadia"));
    const before = (await world.facts(world.id)).length;
    expect(await world.reporting.acknowledge(world.id, email("nadia"))).toMatchObject({
      outcome: "late",
      why: expect.stringMatching(/^You already acknowledged this Wednesday 1 April, midday/) as string,
    });
    expect(await world.facts(world.id)).toHaveLength(before);
  });

  it.each([
    ["a colleague", "bo", "see"],
    ["the reporter", "ana", "acknowledge"],
  ])("as %s may not acknowledge", async (_who, name, action) => {
    const world = await sent();
    const answer = await world.reporting.acknowledge(world.id, email(name));
    expect(answer).toEqual({
      outcome: "refused",
      why: expect.stringMatching(
        action === "see" ? /You can't open this report/ : /Only somebody who was told/,
      ) as string,
    });
  });

  it("ask for more and are answered (LCP-P9)", async () => {
    const world = await sent();
    await world.reporting.ask(world.id, email("nadia"), "Who saw the child last?");
    await world.settle();
    await world.reporting.answer(world.id, email("ana"), "The school, on Friday.");
    await world.settle();
    const words = world.sent.flatMap(({ to, message }) => (message.kind === "word" ? [[to, message.text]] : []));
    expect(words).toEqual([
      [email("ana"), "NTK-2026-0001: Nadia asked: Who saw the child last?"],
      [email("nadia"), "NTK-2026-0001: Ana answered: The school, on Friday."],
    ]);
  });

  it("cannot close it before the telephone call is recorded (W-N2K-P4)", async () => {
    const world = await sent(phoned);
    expect(await world.reporting.close(world.id, email("nadia"), "Dealt with")).toMatchObject({
      outcome: "unclear",
      why: expect.stringMatching(/W-N2K-P4/) as string,
    });
    expect(await world.reporting.call(world.id, email("ana"), "Nadia", "")).toMatchObject({
      outcome: "done",
      report: { call: { made: { spokeTo: "Nadia" } } },
    });
    expect(await world.reporting.close(world.id, email("nadia"), "Dealt with")).toMatchObject({
      outcome: "done",
      report: { state: "closed" },
    });
  });

  it.each([
    ["nobody is named", "  ", "", /Who did you speak to/],
    ["the time cannot be read", "Nadia", "wibble", /couldn't read that/],
    ["the time has not come", "Nadia", "01/04/2026 15:00", /hasn't come yet/],
  ])("are asked again when a call is recorded and %s", async (_case, spokeTo, at, why) => {
    const world = await sent(phoned);
    expect(await world.reporting.call(world.id, email("ana"), spokeTo, at)).toMatchObject({
      outcome: "unclear",
      why: expect.stringMatching(why) as string,
    });
  });

  it("find it again by reference and in their list, and colleagues do not", async () => {
    const world = await sent();
    expect(await world.reporting.see("ntk-2026-0001", email("nadia"))).toMatchObject({ outcome: "done" });
    expect(await world.reporting.see("NTK-2026-0001", email("bo"))).toMatchObject({ outcome: "refused" });
    expect(await world.reporting.see("NTK-2026-0999", email("nadia"))).toMatchObject({ outcome: "refused" });
    expect(await world.reporting.mine(email("ana"))).toMatchObject([{ ref: "NTK-2026-0001" }]);
    expect(await world.reporting.mine(email("bo"))).toEqual([]);
  });
});
