import { assessment, clause, email, hour, house, noon } from "../../support/house.ts";

const evening = noon + 5 * hour;
const listTwo = () =>
  assessment(
    [
      clause("L-2", {
        briefing: true,
        tell: [
          { post: "practice-group-lead", how: "amend", leaveAt: noon, dueAt: noon },
          { post: "head-of-service", how: "copy", leaveAt: noon, dueAt: noon },
          { post: "director", how: "brief", leaveAt: evening, dueAt: evening },
        ],
      }),
    ],
    { briefing: true },
  );
const listThree = () =>
  assessment([
    clause("L-3", { dueAt: null, tell: [{ post: "head-of-service", how: "decide", leaveAt: noon, dueAt: null }] }),
  ]);

const sent = async (assess = listTwo) => {
  const world = house(assess);
  const { id } = await world.draft(email("ana"), { briefing: { concern: "Hurt at home" } });
  await world.reporting.confirm(id, email("ana"));
  await world.settle();
  const cards = (name: string) =>
    world.to(email(name)).filter(({ update, message }) => !update && message.kind === "telling");
  const heard = (name: string) =>
    world.to(email(name)).flatMap(({ message }) => (message.kind === "word" ? [message.text] : []));
  return { ...world, reporting: world.reporting, id, cards, heard };
};

describe("a briefing on its way to the Director (LCP-P4, P5)", () => {
  it("waits for the Practice Group Lead, and goes at the day's end when nobody answers", async () => {
    const { cards, at, settle } = await sent();
    expect([cards("gwen").length, cards("hugh").length, cards("dee").length]).toEqual([1, 1, 0]);
    at(evening);
    await settle();
    expect(cards("dee")).toHaveLength(1);
  });

  it("goes at once when it is approved, once", async () => {
    const { cards, at, settle, reporting, id, heard } = await sent();
    await reporting.approve(id, email("gwen"));
    await settle();
    expect(cards("dee")).toHaveLength(1);
    expect(heard("ana")).toContain("NTK-2026-0001: Gwen approved the briefing for the Director.");
    expect(await reporting.approve(id, email("hugh"))).toMatchObject({
      outcome: "late",
      why: expect.stringMatching(/^Gwen approved this/) as string,
    });
    await reporting.acknowledge(id, email("dee"));
    at(evening);
    await settle();
    expect(cards("dee")).toHaveLength(1);
  });

  it("shows what an amendment changed, from what to what, and overwrites nothing", async () => {
    const { reporting, id } = await sent();
    const amended = await reporting.amend(id, email("gwen"), {
      concern: "Hurt at home, second time",
      action: "Police told",
    });
    expect(amended).toMatchObject({
      outcome: "done",
      report: {
        briefing: expect.arrayContaining([
          expect.objectContaining({ section: "concern", text: "Hurt at home, second time" }),
        ]) as object[],
      },
    });
    const timeline = "report" in amended ? amended.report.timeline.map(({ text }) => text) : [];
    expect(timeline.at(-1)).toBe(
      "Gwen amended the briefing. Nature of the concern, and why the Director needs to be informed: was “Hurt at home”, now “Hurt at home, second time”; Action being taken: now “Police told”",
    );
  });

  it("still goes at the day's end when it was sent back", async () => {
    const { cards, at, settle, reporting, id, heard } = await sent();
    expect(await reporting.sendBack(id, email("gwen"), "  ")).toMatchObject({ outcome: "unclear" });
    await reporting.sendBack(id, email("gwen"), "Who has seen her?");
    await settle();
    expect(heard("ana")).toContain("NTK-2026-0001: Gwen sent the briefing back: Who has seen her?");
    at(evening);
    await settle();
    expect(cards("dee")).toHaveLength(1);
  });

  it("is not changed by an amendment that changes nothing", async () => {
    const { reporting, id } = await sent();
    expect(await reporting.amend(id, email("gwen"), { concern: "Hurt at home" })).toMatchObject({ outcome: "unclear" });
  });
});

describe("a decision whether the Director is told (LCP-P6, P7)", () => {
  it("yes: the Director is told at once, under the clause that says so, and a briefing is owed", async () => {
    const { cards, settle, reporting, id } = await sent(listThree);
    expect(await reporting.decide(id, email("hugh"), true, "")).toMatchObject({ outcome: "unclear" });
    const done = await reporting.decide(id, email("hugh"), true, "The press has called");
    expect(done).toMatchObject({ outcome: "done" });
    await settle();
    expect(cards("dee")).toHaveLength(1);
    const seen = await reporting.see(id, email("ana"));
    expect(seen).toMatchObject({
      report: { may: expect.arrayContaining(["brief"]) as string[], briefing: expect.any(Array) as object },
    });
    expect(
      "report" in seen && seen.report.ledger.some(({ clauses, who }) => clauses.includes("D-7") && who === "Dee"),
    ).toBe(true);
  });

  it("no: it is kept with its reason, and nobody else is told", async () => {
    const { cards, settle, reporting, id, heard, at } = await sent(listThree);
    await reporting.decide(id, email("hugh"), false, "Known, and held by the team");
    await settle();
    at(noon + 200 * hour);
    await settle();
    expect(cards("dee")).toHaveLength(0);
    expect(heard("ana")).toContain(
      "NTK-2026-0001: Hugh decided not to brief the Director: Known, and held by the team.",
    );
    expect(await reporting.decide(id, email("hugh"), true, "Second thoughts")).toMatchObject({ outcome: "late" });
  });
});
