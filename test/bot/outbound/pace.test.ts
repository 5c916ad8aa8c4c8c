import fc from "fast-check";
import { createPace, soonest, teamsLimits } from "../../../src/bot/outbound/pace.ts";
import { jumpingTimer } from "../support/timer.ts";

const limits = teamsLimits(30);

/** When each of `count` messages left, in milliseconds, if all were asked for at once. */
const departures = async (count: number, thread = (_: number): string => "one"): Promise<number[]> => {
  const timer = jumpingTimer();
  const pace = createPace(limits, timer);
  const left: number[] = [];
  for (let each = 0; each < count; each += 1) {
    await pace(thread(each), "ambershire");
    left.push(timer.now());
  }
  return left;
};

const within = (times: readonly number[], ms: number): number =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));

describe("messages leave inside Teams' limits", () => {
  test.each([
    ["seven in a second", 1_000, 7],
    ["eight in two seconds", 2_000, 8],
    ["sixty in thirty seconds", 30_000, 60],
    ["1,800 in an hour", 3_600_000, 1_800],
  ])("one conversation gets at most %s", async (_, ms, most) => {
    expect(within(await departures(2_000), ms)).toBe(most);
  });

  test("the first seven leave at once", async () => {
    expect((await departures(8)).slice(0, 7)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test("a tenant gets at most thirty a second, whatever the conversations", async () => {
    expect(within(await departures(200, String), 1_000)).toBe(30);
  });

  test("conversations do not wait for each other while the tenant's line is free", async () => {
    expect(await departures(20, String)).toEqual(Array.from({ length: 20 }, () => 0));
  });

  test("however messages are spread, no window is ever overfull", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 200 }), (gaps) => {
        const sent: number[] = [];
        let now = 0;
        for (const gap of gaps) {
          now = soonest(sent, limits.thread, now + gap);
          sent.push(now);
        }
        return limits.thread.every(({ count, ms }) => within(sent, ms) <= count);
      }),
      { numRuns: 50 },
    );
  });
});
