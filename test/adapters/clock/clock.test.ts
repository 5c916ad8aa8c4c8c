import { keptClock, movableClock } from "../../../src/adapters/clock/movable.ts";
import { systemClock } from "../../../src/adapters/clock/system.ts";
import { openSqlite } from "../../../src/adapters/sqlite/open.ts";
import type { Records } from "../../../src/app/ports/records.ts";
import { NotDurable } from "../../../src/app/ports/records.ts";

const tuesdayAfterEaster = Date.UTC(2026, 3, 7, 8);

/** A system clock that stands still until it is told to tick. */
const tickingClock = () => {
  let now = Date.UTC(2026, 10, 22, 12);
  return { now: () => now, tick: (ms: number) => void (now += ms) };
};

describe("the system's clock", () => {
  it("tells whole milliseconds, and goes on", async () => {
    const clock = systemClock();
    const before = clock.now();
    await new Promise((done) => setTimeout(done, 20));
    expect(Number.isInteger(before)).toBe(true);
    expect(clock.now() - before).toBeGreaterThanOrEqual(15);
    expect(before).toBeGreaterThan(Date.UTC(2026, 0));
  });
});

describe("a clock that can be moved", () => {
  it("starts with the system's and runs on from wherever it is put, forward or back", async () => {
    const system = tickingClock();
    const clock = movableClock(system);
    expect(clock.now()).toBe(system.now());
    await clock.moveTo(tuesdayAfterEaster);
    expect(clock.now()).toBe(tuesdayAfterEaster);
    system.tick(1_500);
    expect(clock.now()).toBe(tuesdayAfterEaster + 1_500);
    await clock.moveTo(0);
    expect(clock.now()).toBe(0);
  });
});

describe("a clock that is kept", () => {
  let records: Records;
  beforeEach(() => {
    records = openSqlite(":memory:");
  });
  afterEach(() => records.close());

  it("is found where it was left after a restart, with the time that passed in between", async () => {
    const system = tickingClock();
    const clock = await keptClock(system, records);
    expect(clock.now()).toBe(system.now());
    await clock.moveTo(tuesdayAfterEaster - 1);
    await clock.moveTo(tuesdayAfterEaster);
    system.tick(60_000);
    expect((await keptClock(system, records)).now()).toBe(tuesdayAfterEaster + 60_000);
  });

  it("ends where the later of two moves put it", async () => {
    const system = tickingClock();
    const clock = await keptClock(system, records);
    await Promise.all([clock.moveTo(1_000), clock.moveTo(2_000)]);
    expect((await keptClock(system, records)).now()).toBe(clock.now());
  });

  it("stays where it is when the move cannot be saved", async () => {
    const system = tickingClock();
    const full = { ...records, commit: () => Promise.reject(new NotDurable("full")) };
    const clock = await keptClock(system, full);
    await expect(clock.moveTo(tuesdayAfterEaster)).rejects.toThrow(NotDurable);
    expect(clock.now()).toBe(system.now());
  });
});
