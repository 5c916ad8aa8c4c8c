import { describeInBrowser } from "../support/chromium.ts";
import { localBench, nine, readIcs, staff } from "../support/local-calendar.ts";
import { callOf } from "../contracts/meetings.ts";
import { ask, startBot, type Started } from "./support/bot.ts";
import { createBrowser } from "./support/browser.ts";

const [chair] = staff;
const police = "cait.desk@ambershire-police.example";

const open = async () => {
  const bench = localBench();
  const bot = await startBot(undefined, {
    calls: bench.calls,
    clock: { now: () => nine, moveTo: () => Promise.resolve() },
  });
  const booked = await bench.meetings.book(callOf(chair, { agenda: "1. What is known\n2. <b>Decide</b>" }));
  if (booked.outcome !== "booked") throw new Error(booked.why);
  return { bench, bot, id: booked.event };
};
const close = async ({ bench, bot }: { bench: ReturnType<typeof localBench>; bot: Started }): Promise<void> => {
  await bot.stop();
  await bench.stop();
};

describe("the room and a rehearsed call", () => {
  let world: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => {
    world = await open();
  });
  afterEach(() => close(world));
  const api = (body?: unknown, id = world.id) =>
    ask(`${world.bot.url}/rehearsal/api/calls/${id}`, body === undefined ? {} : { body });

  it("shows who is asked, when, and what would have been sent", async () => {
    expect((await api()).body).toMatchObject({
      ...{ subject: "Strategy meeting, ref AMB-1042", when: "Tuesday 24 November, 10:00 to 11:00", moment: "ahead" },
      people: [
        { email: chair, part: "chair", reply: null, joined: false },
        { email: police, name: "Child abuse desk, police", part: "required", reply: null },
      ],
      invitations: [{ number: 1, what: "invitation", to: "Child abuse desk, police" }],
    });
  });

  it("hands out the .ics file of a mail, and no other", async () => {
    const response = await fetch(`${world.bot.url}/rehearsal/api/calls/${world.id}/invitations/1`);
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(readIcs(await response.text())).toMatchObject({ method: "REQUEST", slot: callOf(chair).slot });
    for (const number of ["2", "0", "-1", "x", "1e99"])
      expect((await fetch(`${world.bot.url}/rehearsal/api/calls/${world.id}/invitations/${number}`)).status).toBe(404);
  });

  it("takes an answer, which the calendar then gives", async () => {
    await api({ does: "declined", email: police });
    expect(await world.bench.meetings.replies(world.id, chair)).toEqual({
      outcome: "read",
      replies: { [police]: "declined" },
    });
  });

  it.each([
    ["somebody who was not asked", { does: "join", email: "stranger@elsewhere.example" }, 409],
    ["something that a page cannot do", { does: "record", email: police }, 400],
    ["nobody", { does: "join" }, 400],
  ])("refuses %s", async (_, body, status) => {
    expect((await api(body)).status).toBe(status);
  });

  it("has no page for calls when there is no such call", async () => {
    expect((await api(undefined, "nothing")).status).toBe(404);
    expect((await api({ does: "end" }, "nothing")).status).toBe(409);
  });

  it("serves the page of a call from the room alone, and nothing beside it", async () => {
    const page = await fetch(`${world.bot.url}/call/${world.id}`);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await page.text()).toContain("no Teams call exists");
    expect((await fetch(`${world.bot.url}/call/`)).status).toBe(404);
    expect((await fetch(`${world.bot.url}/call/a/b`)).status).toBe(404);
  });
});

describeInBrowser("the page of a call", (executablePath) => {
  const browser = createBrowser(executablePath);
  beforeAll(browser.start);
  afterAll(browser.stop);

  it("plays a call: answers, joining, the end", async () => {
    const world = await open();
    const opened = await browser.open(world.bot.url);
    const { page, faults } = opened;
    await page.goto(`${world.bot.url}/call/${world.id}`);
    await page.getByRole("heading", { name: "Strategy meeting, ref AMB-1042" }).waitFor();
    await page.getByText("no Teams call exists").waitFor();
    await page.getByText("<b>Decide</b>").waitFor();
    await page.getByRole("button", { name: "Accept: Child abuse desk, police" }).click();
    await page.locator('button[aria-pressed="true"]', { hasText: "Accept" }).waitFor();
    await page.getByRole("button", { name: "Join: Child abuse desk, police" }).click();
    await page.getByText("in the call").waitFor();
    const shot = process.env["CALL_SHOT"];
    if (shot !== undefined) await page.screenshot({ path: shot, fullPage: true });
    await page.getByRole("button", { name: "End the call for everybody" }).click();
    await page.getByText("Ended", { exact: true }).waitFor();
    expect(await page.getByRole("button", { name: /Join/ }).count()).toBe(0);
    expect(await world.bench.calls.read(world.id)).toMatchObject({ state: "ended", joined: [] });
    expect(faults).toEqual([]);
    await opened.close();
    await close(world);
  });
});
