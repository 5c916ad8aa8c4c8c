import { NotDurable, type Commit, type Records } from "../../../src/app/ports/records.ts";
import { closeAll, drafted, idOf, replica, storeFile, tally } from "../../support/race.ts";
import { recordsBehind } from "../../support/records-behind.ts";

afterAll(closeAll);

/** Spoils the nth write: refused before it happens, or done and then the process is gone. */
const spoiling = (nth: number, how: "before" | "after") => {
  let writes = 0;
  return (records: Records): Records => ({
    ...recordsBehind(() => records),
    commit: async (write: Commit) => {
      writes += 1;
      if (writes === nth && how === "before") throw new NotDurable("the disk is full");
      const done = await records.commit(write);
      if (writes === nth) throw new Error("the process went down");
      return done;
    },
  });
};

/** Held up before one write until it is let go: a process that sleeps for as long as the test wants. */
const sleeping = (kind: Commit["kind"], nth = 1) => {
  const gate = Promise.withResolvers<undefined>();
  const reached = Promise.withResolvers<undefined>();
  let seen = 0;
  const spoil = (records: Records): Records => ({
    ...recordsBehind(() => records),
    commit: async (write: Commit) => {
      if (write.kind === kind && (seen += 1) === nth) {
        reached.resolve(undefined);
        await gate.promise;
      }
      return records.commit(write);
    },
  });
  return { spoil, reached: reached.promise, wake: () => gate.resolve(undefined) };
};

describe("a fault between the writes of a confirmation", () => {
  const places = [1, 2, 3].flatMap((nth) => [[nth, "before"] as const, [nth, "after"] as const]);

  it.each(places)("at write %i, %s it: nobody is kept from reporting, and one report comes of it", async (nth, how) => {
    const file = storeFile();
    const [well, other] = [replica(file), replica(file)];
    const [first, second] = [await drafted(well, idOf(0)), await drafted(well, idOf(1))];
    const ill = replica(file, spoiling(nth, how));
    await expect(ill.reporting.confirm(first, idOf(0))).rejects.toThrow();
    const answer = await other.reporting.confirm(second, idOf(1));
    const again = await well.reporting.confirm(first, idOf(0));
    const made = nth === 3 && how === "after";
    expect([answer.outcome, again.outcome]).toEqual(made ? ["same", "done"] : ["done", "same"]);
    expect(await well.records.count("report")).toBe(1);
  });

  it.each(places)("at write %i, %s it: the same person's next press makes it, once", async (nth, how) => {
    const file = storeFile();
    const well = replica(file);
    const draft = await drafted(well, idOf(0));
    await expect(replica(file, spoiling(nth, how)).reporting.confirm(draft, idOf(0))).rejects.toThrow();
    const answers = await Promise.all([well, well, well].map(({ reporting }) => reporting.confirm(draft, idOf(0))));
    expect(tally(answers)).toEqual({ done: 3 });
    expect(await well.records.count("report")).toBe(1);
  });

  it.each(["slot", "draft", "report"] as const)(
    "a process that sleeps before it writes its %s and wakes late makes no second report",
    async (kind) => {
      const file = storeFile();
      const well = replica(file);
      const [first, second] = [await drafted(well, idOf(0)), await drafted(well, idOf(1))];
      const { spoil, reached, wake } = sleeping(kind);
      const slow = replica(file, spoil).reporting.confirm(first, idOf(0));
      await reached;
      expect((await well.reporting.confirm(second, idOf(1))).outcome).toBe("done");
      wake();
      expect((await slow).outcome).toBe("same");
      expect(await well.records.count("report")).toBe(1);
      expect((await well.reporting.confirm(first, idOf(0), null, true)).outcome).toBe("done");
      expect(await well.records.count("report")).toBe(2);
    },
  );

  it("an answer to a screen after it takes the decision back, and the changed draft is what is sent", async () => {
    const file = storeFile();
    const well = replica(file);
    const draft = await drafted(well, idOf(0));
    await expect(replica(file, spoiling(3, "before")).reporting.confirm(draft, idOf(0))).rejects.toThrow();
    const known = await well.reporting.draft(draft, idOf(0));
    if (known === undefined) throw new Error("The draft is gone.");
    const changed = { ...known, step: known.step + 1, caseRef: "AMB-7777" };
    expect((await well.reporting.save(changed, known.step)).outcome).toBe("saved");
    expect(await well.reporting.confirm(draft, idOf(0))).toMatchObject({ report: { caseRef: "AMB-7777" } });
    const other = await drafted(well, idOf(1));
    expect((await well.reporting.confirm(other, idOf(1))).outcome).toBe("done");
    expect(await well.records.count("report")).toBe(2);
  });
});
