import type { Rules } from "../../../src/app/report/rules.ts";
import { assessment, clause, email, house, noon, people } from "../../support/house.ts";

const copyToHugh = { post: "head-of-service", how: "copy", leaveAt: noon, dueAt: noon } as const;
const told = () => assessment([clause("W-1")]);

const sent = async (assess: Rules["assess"] = told, roster = people) => {
  const world = house(assess, roster);
  const { id } = await world.draft();
  const answer = await world.reporting.confirm(id, email("ana"));
  await world.settle();
  return { ...world, id, answer, reporting: world.reporting };
};

describe("when delivery meets trouble", () => {
  it("goes to the stand-in at once when somebody cannot be reached", async () => {
    const world = house(told);
    world.failing((to) => (to === email("nadia") ? { outcome: "unreachable", why: "blocked the bot" } : undefined));
    const { id } = await world.draft();
    await world.reporting.confirm(id, email("ana"));
    await world.settle();
    expect(world.to(email("hugh"))).toHaveLength(1);
    expect(await world.reporting.see(id, email("ana"))).toMatchObject({
      report: {
        ledger: [{ who: "Nadia", state: "unreachable" }, { who: "Hugh", state: "told" }, { who: "AD: Need to Know" }],
      },
    });
  });

  it("says so in the ledger and to the reporter when nobody at all can be told", async () => {
    const world = await sent(
      told,
      people.filter(({ posts }) => posts.includes("social-worker")),
    );
    expect(await world.reporting.see(world.id, email("ana"))).toMatchObject({
      report: {
        ledger: [
          { who: null, state: "gap", note: expect.stringMatching(/Telephone the duty desk: 01632 960100/) as string },
        ],
      },
    });
    expect(world.sent.some(({ message }) => message.kind === "word" && message.text.includes("01632 960100"))).toBe(
      true,
    );
  });

  it("tells the stand-in, and says so, when nobody holds the post", async () => {
    const { answer, to, reporting, id } = await sent(
      told,
      people.filter(({ id }) => id !== email("nadia")),
    );
    expect(answer.outcome).toBe("done");
    expect(to(email("hugh"))).toHaveLength(1);
    expect(await reporting.see(id, email("ana"))).toMatchObject({
      report: { ledger: [{ note: "Nobody holds the post Assistant Director: Head of Service is told instead" }] },
    });
  });

  it("waits and tries again after a passing fault, without repeating what others got", async () => {
    const world = house(told);
    world.failing((to) => (to === email("nadia") ? { outcome: "later", why: "busy", afterMs: 1000 } : undefined));
    const { id } = await world.draft();
    await world.reporting.confirm(id, email("ana"));
    await world.settle();
    world.failing(() => undefined);
    await world.settle();
    expect(world.to(email("nadia"))).toHaveLength(0);
    world.at(noon + 10_000);
    await world.settle();
    expect(world.to(email("nadia"))).toHaveLength(1);
    expect(world.to("ad").filter(({ update }) => !update)).toHaveLength(1);
  });

  it("repeats only what was in flight when the process went down", async () => {
    const world = house(told);
    world.failing((to) => (to === email("nadia") ? "crash" : undefined));
    const { id } = await world.draft();
    await world.reporting.confirm(id, email("ana"));
    await world.settle();
    world.failing(() => undefined);
    world.at(noon + 200_000);
    await world.settle();
    expect(world.to(email("nadia"))).toHaveLength(1);
    expect(world.to("ad").filter(({ update }) => !update)).toHaveLength(1);
  });

  it("leaves nothing running behind when the store fails under it", async () => {
    const world = house(() => assessment([clause("W-1"), clause("W-2", { tell: [copyToHugh] })]));
    const { id } = await world.draft();
    // The reference, the report, the lease, what is about to be tried, and the first of its outcomes; then the disk is full.
    world.store.failAfter(5);
    await world.reporting.confirm(id, email("ana"));
    await world.settle();
    world.store.mend();
    const { length } = await world.facts(id);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await world.facts(id)).toHaveLength(length);
    world.at(noon + 200_000);
    await world.settle();
    expect(world.to(email("hugh"))).toHaveLength(1);
  });
});
