import { createConnector } from "../../../src/bot/outbound/connector.ts";
import { retryAfterMs } from "../../../src/bot/outbound/retry-after.ts";
import { startTeams } from "../../support/teams/index.ts";

const now = "Sun, 29 Mar 2026 00:59:50 GMT";

test.each([
  ["seconds", "7", now, 7_000],
  ["seconds, and no Date", "7", undefined, 7_000],
  ["a date ten seconds on, across the change of the clocks", "Sun, 29 Mar 2026 01:00:00 GMT", now, 10_000],
  ["a date across midnight of a leap day", "Thu, 01 Mar 2028 00:00:01 GMT", "Wed, 29 Feb 2028 23:59:59 GMT", 2_000],
  ["the old form with dashes", "Sunday, 29-Mar-26 00:59:55 GMT", now, 5_000],
  ["the form of C's asctime, which is GMT without saying so", "Sun Mar 29 00:59:55 2026", now, 5_000],
  ["a date that has passed", "Sun, 29 Mar 2026 00:00:00 GMT", now, 0],
  ["a date, and no Date to count from", "Sun, 29 Mar 2026 01:00:00 GMT", undefined, null],
  ["nothing", undefined, now, null],
  ["nonsense", "soon", now, null],
  ["a negative number", "-5", now, null],
  ["a year alone, which a generous reader takes for a date", "2027", now, 2_027_000],
  ["a date that is none", "Sun, 99 Mar 2026 01:00:00 GMT", now, null],
])("reads %s", (_what, header, date, expected) => {
  expect(retryAfterMs(header, date)).toBe(expected);
});

it("is taken from a real answer", async () => {
  const teams = await startTeams();
  const connector = createConnector({ token: () => Promise.resolve(null) });
  const inTwoMinutes = new Date(performance.timeOrigin + performance.now() + 120_000).toUTCString();
  teams.faults.add({ fault: { status: 429, retryAfter: inTwoMinutes } });
  const path = "/v3/conversations/a/activities";
  const attempt = await connector.send({ method: "POST", serviceUrl: teams.url, path, body: {} });
  connector.close();
  await teams.stop();
  const afterMs = attempt.outcome === "passing" ? attempt.afterMs : null;
  expect(afterMs).toBeGreaterThan(100_000);
  expect(afterMs).toBeLessThanOrEqual(121_000);
});
