import { assessment, clause, email, hour, house, noon } from "../../support/house.ts";

const briefed = () => assessment([clause("L-2", { briefing: true })], { briefing: true });
const complete = { basics: "Section 20", concern: "Hurt", action: "Police told", contact: "Ana" };

const sent = async (briefing: Record<string, string>, assess = briefed) => {
  const world = house(assess);
  const { id } = await world.draft(email("ana"), { briefing });
  await world.reporting.confirm(id, email("ana"));
  await world.settle();
  await world.reporting.acknowledge(id, email("nadia"));
  await world.settle();
  const heard = (name: string) =>
    world
      .to(email(name))
      .flatMap(({ message }) => (message.kind === "word" ? [message.text] : []))
      .filter((text) => /update/.test(text));
  const after = async (ms: number): Promise<void> => {
    world.at(noon + ms);
    await world.settle();
  };
  const dueAt = async () => {
    const seen = await world.reporting.see(id, email("ana"));
    return "report" in seen ? seen.report.updateDueAt : undefined;
  };
  return { ...world, reporting: world.reporting, id, heard, after, dueAt };
};

const tomorrow = { ...complete, updateExpected: "tomorrow midday" };

describe("an update that is expected (LCP-P3d)", () => {
  it.each([
    ["the time that the briefing gives", tomorrow, noon + 24 * hour],
    ["a working day on, when sections are missing (LCP-P8)", { concern: "Hurt" }, noon + 24 * hour],
    ["a working day on, when the time cannot be read", { ...complete, updateExpected: "soon" }, noon + 24 * hour],
  ])("is due at %s", async (_says, briefing, expected) => {
    const { dueAt } = await sent(briefing);
    expect(await dueAt()).toBe(expected);
  });

  it("is not owed where no clause asks for a briefing", async () => {
    const { dueAt } = await sent({}, () => assessment([clause("W-1")]));
    expect(await dueAt()).toBeNull();
  });

  it("is asked of its author when it is due, and not before", async () => {
    const { heard, after } = await sent(tomorrow);
    await after(24 * hour - 1);
    expect(heard("ana")).toEqual([]);
    await after(24 * hour);
    expect(heard("ana")).toEqual([
      "NTK-2026-0001: The update that was expected has not come. Open the report and send it.",
    ]);
  });

  it("is heard of by the author's manager when it is late, once", async () => {
    const { heard, after } = await sent(tomorrow);
    await after(24 * hour);
    await after(26 * hour);
    expect(heard("hugh")).toEqual([
      "NTK-2026-0001: The update that was expected has still not come; Ana, Hugh heard of it.",
    ]);
    await after(200 * hour);
    expect(heard("hugh")).toHaveLength(1);
    expect(heard("ana")).toHaveLength(2);
  });

  it("reaches everybody who was told, and the next one starts its own clock", async () => {
    const { heard, after, reporting, id, dueAt } = await sent(tomorrow);
    expect(await reporting.update(id, email("ana"), "Seen by the police at 3pm.", "thursday 10am")).toMatchObject({
      outcome: "done",
    });
    await after(hour);
    expect(heard("nadia")).toEqual(["NTK-2026-0001: Ana sent an update: Seen by the police at 3pm."]);
    expect(await dueAt()).toBe(Date.UTC(2026, 3, 2, 9, 0));
    await after(23 * hour);
    expect(heard("ana")).toHaveLength(1);
  });

  it.each([
    ["nothing is written", " ", "", /Nothing was written/],
    ["its next time cannot be read", "Seen.", "wibble", /couldn't read when/],
    ["its next time is past", "Seen.", "yesterday", /couldn't read when/],
  ])("is asked again when %s", async (_case, text, next, why) => {
    const { reporting, id } = await sent(tomorrow);
    expect(await reporting.update(id, email("ana"), text, next)).toMatchObject({
      outcome: "unclear",
      why: expect.stringMatching(why) as string,
    });
  });

  it("is owed no longer when the report is closed, and is nobody's but the reporter's to send", async () => {
    const { reporting, id, after, heard } = await sent(tomorrow);
    expect(await reporting.update(id, email("nadia"), "Words", "")).toMatchObject({ outcome: "refused" });
    await reporting.close(id, email("nadia"), "Dealt with");
    await after(100 * hour);
    expect(heard("ana")).toEqual([]);
  });
});
