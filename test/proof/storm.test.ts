import { createOutbox, type Parcel } from "../../src/bot/outbound/outbox.ts";
import type { Attempt } from "../../src/bot/outbound/connector.ts";
import { createPace, teamsLimits, type Limit } from "../../src/bot/outbound/pace.ts";
import { virtualTimer } from "../support/virtual-timer.ts";

const messages = 2_000;
const threads = Array.from({ length: 12 }, (_, n) => `a:${String(n)}`);

/** The same storm each time: a small generator of Park and Miller's. */
const chance = (seed: number) => (): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
};

interface Arrived {
  readonly at: number;
  readonly thread: string;
  readonly message: number;
  readonly accepted: boolean;
}

/** Sends the storm through the outbox as it ships, against a connector that refuses one try in five and keeps the time of each. */
const storm = async (seed: number, tenantRate: number) => {
  const random = chance(seed);
  const { timer, run } = virtualTimer(() => random() * 25);
  const log: Arrived[] = [];
  const send = ({ thread, body }: Parcel): Promise<Attempt> => {
    const accepted = random() > 0.2;
    log.push({ at: timer.now(), thread, message: Number(body), accepted });
    const afterMs = random() < 0.5 ? null : Math.round(random() * 5_000);
    return Promise.resolve(
      accepted ? { outcome: "accepted", id: "1" } : { outcome: "passing", status: 429, code: "TooMany", afterMs },
    );
  };
  const connector = { send: (call: unknown) => send(call as Parcel) };
  const pace = createPace(teamsLimits(tenantRate), timer);
  const outbox = createOutbox({ connector, pace, timer, random });
  const deliver = async (message: number): Promise<void> => {
    const thread = threads[Math.floor(random() * random() * threads.length)] ?? "";
    // What a turn answers and what a report tells arrive in the same chat by two lanes.
    const lane = random() < 0.5 ? thread : `person:${thread}`;
    const parcel = { method: "POST", serviceUrl: "", path: "", body: message, thread, tenant: "ambershire" } as const;
    await outbox.inLane(lane, async () => {
      while ((await outbox.post(parcel)).outcome === "later") await timer.sleep(2_000);
    });
  };
  await run(Promise.all(Array.from({ length: messages }, (_, message) => deliver(message))));
  return log;
};

/** The most that arrived in any window of this length. */
const busiest = (times: readonly number[], { ms }: Limit): number => {
  let most = 0;
  for (let first = 0, last = 0; last < times.length; last += 1) {
    while ((times[last] ?? 0) - (times[first] ?? 0) >= ms) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
};

const over = (times: readonly number[], limits: readonly Limit[]): string[] =>
  limits
    .filter((limit) => busiest(times, limit) > limit.count)
    .map((limit) => `${String(busiest(times, limit))} in ${String(limit.ms)} ms, ${String(limit.count)} may`);

describe("a storm of 2,000 messages, one try in five refused", () => {
  it.each([
    [1, 30],
    [2, 30],
    [3, 50],
    [4, 5],
  ])(
    "keeps every limit of thread and tenant, and loses none (storm %p, %p a second)",
    async (seed, rate) => {
      const log = await storm(seed, rate);
      const { thread, tenant } = teamsLimits(rate);
      const accepted = log.filter(({ accepted }) => accepted).map(({ message }) => message);
      expect(new Set(accepted).size).toBe(messages);
      expect(accepted).toHaveLength(messages);
      for (const id of threads)
        expect([
          id,
          over(
            log.filter((each) => each.thread === id).map(({ at }) => at),
            thread,
          ),
        ]).toEqual([id, []]);
      expect(
        over(
          log.map(({ at }) => at),
          tenant,
        ),
      ).toEqual([]);
      expect(log.length).toBeGreaterThan(messages * 1.1);
    },
    60_000,
  );
});
