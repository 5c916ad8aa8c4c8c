import { DatabaseSync } from "node:sqlite";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, openSqlite } from "../../src/adapters/sqlite/open.ts";
import { sqliteRecords } from "../../src/adapters/sqlite/records.ts";
import { NotDurable, type Records } from "../../src/app/ports/records.ts";
import { parseReport, type Loaded } from "../../src/app/report/document.ts";
import { staff, stillOwed } from "../support/sends.ts";
import { buttonsOf, inputsOf, type CardJson, type Message, type TeamsPerson } from "../support/teams/index.ts";
import { startWatchful, sunday, type Watchful } from "../support/watchful.ts";
import { typed } from "../journeys/missing-child.ts";

const unlimited = { thread: [{ count: 1_000, ms: 1 }], tenant: [{ count: 1_000, ms: 1 }] };
const notSaved = "Not saved. Nothing has been sent. Please telephone the Emergency Duty Team on 01632 960500.";
const minute = 60_000;

let house: Watchful;
let people: ReadonlyMap<string, TeamsPerson>;
let now: number;
/** The case that Ana reports now. */
let cases: number;
const caseRef = (): string => `AMB-${String(cases)}`;
const open = async (records: Records): Promise<void> => {
  now = sunday;
  cases = 1000;
  house = await startWatchful(now, {}, { records, teams: { limits: unlimited }, beatMs: 1_000_000 });
  people = staff(house.teams);
};
const ana = (): TeamsPerson => people.get("ana.petrescu") ?? house.person("ana.petrescu");

/** What Ana does, a step at a time, with what she types on it. */
const steps: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["A child is missing", {}],
  ["Continue", { missingSince: "friday 4pm" }],
  ["Continue", { status: "cla", caseRef: "" }],
  ["Continue", {}],
  ["Send now, details later", {}],
  ["Tell them now", {}],
];

interface Seen {
  readonly words: string;
  readonly card: CardJson | null;
}

const typedAt = (place: number): Readonly<Record<string, string>> => {
  const values = steps[place - 1]?.[1] ?? {};
  return "caseRef" in values ? { ...values, caseRef: caseRef() } : values;
};

/** Does one step; the card on which it was done is the last in her chat that still asks something. */
const step = async (place: number): Promise<Seen> => {
  if (place === 0) return (await ana().says(typed)).at(-1) ?? { words: "", card: null };
  const [title] = steps[place - 1] ?? [""];
  return ana().clicks(screen(), title, typedAt(place));
};
const screen = (): Message => {
  const found = ana()
    .sees()
    .findLast(({ card }) => card !== null && buttonsOf(card).some(({ verb }) => verb === "draft.answer"));
  if (found === undefined) throw new Error("Ana has no screen.");
  return found;
};
const whole = steps.length + 1;

/** What came of the case: one report, or none yet. */
const reportsOfCase = async (): Promise<readonly Loaded[]> =>
  (await house.service.records.find("report", `case:${caseRef()}`, { limit: 9 })).map(parseReport);

/** Lets the clock go on until all that must leave has left. */
const settle = async (): Promise<void> => {
  for (let move = 0; move < 8; move += 1) {
    await house.at(now);
    if ((await reportsOfCase()).flatMap(stillOwed).length === 0) return;
    now += 3 * minute;
  }
};

const everybodyIsTold = async (): Promise<void> => {
  await settle();
  const reports = await reportsOfCase();
  expect(reports).toHaveLength(1);
  expect(reports.flatMap(stillOwed)).toEqual([]);
  const ref = reports[0]?.report.ref ?? "";
  for (const name of ["nadia.rahman", "gareth.llewellyn", "tunde.adeyemi", "rhiannon.prosser"])
    expect([
      name,
      people
        .get(name)
        ?.sees()
        .some(({ words }) => words.includes(ref)),
    ]).toEqual([name, true]);
};

/** Nothing of what she typed may be gone from the card that she is left with. */
const keepsTyped = (place: number, seen: Seen): void => {
  const values = place === 0 ? { text: typed } : typedAt(place);
  if (seen.card === null) return;
  expect(inputsOf(seen.card)).toMatchObject(values);
};

/** Breaks a store; what it gives back mends it. */
type Breaks = (db: DatabaseSync, path: string) => () => void;

let fillings = 0;
const fits = (db: DatabaseSync, size: number): boolean => {
  fillings += 1;
  const row = "INSERT INTO records (kind, id, version, body, keys) VALUES ('setting', ?, 1, ?, '[]')";
  try {
    return db.prepare(row).run(`filling${String(fillings)}`, "x".repeat(size)).changes === 1;
  } catch {
    return false;
  }
};

/** What is free inside the file is used up too, in ever smaller pieces, so that nothing new finds room. */
const full: Breaks = (db) => {
  const { page_count: pages } = db.prepare("PRAGMA page_count").get() ?? {};
  db.exec(`PRAGMA max_page_count = ${String(Number(pages))}`);
  for (const size of [3_000, 1_000, 300, 100, 30, 10]) for (let more = true; more;) more = fits(db, size);
  return () => {
    db.exec("PRAGMA max_page_count = 1000000; DELETE FROM records WHERE id LIKE 'filling%'");
  };
};
const readOnly: Breaks = (db) => {
  db.exec("PRAGMA query_only = ON");
  return () => {
    db.exec("PRAGMA query_only = OFF");
  };
};
const locked: Breaks = (_db, path) => {
  const other = new DatabaseSync(path);
  other.exec("BEGIN IMMEDIATE");
  return () => {
    other.exec("ROLLBACK");
    other.close();
  };
};

describe.each([
  ["is full", full],
  ["is read-only", readOnly],
  ["is locked by another process", locked],
])("a store that %s", (_what, breaks) => {
  const folder = mkdtempSync(join(tmpdir(), "watchful-"));
  const path = join(folder, "watchful.db");
  let db: DatabaseSync;
  beforeAll(async () => {
    db = openDatabase(path, 20);
    await open(sqliteRecords(db));
  });
  afterAll(async () => {
    await house.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const places = Array.from(
    { length: whole },
    (_, place) => [steps[place - 1]?.[0] ?? "the first words", place] as const,
  );
  it.each(places)("at “%s”: says so, keeps what was typed, and goes on afterwards", async (_name, place) => {
    cases += 1;
    for (let done = 0; done < place; done += 1) await step(done);
    const before = await house.service.records.count("report");
    const mends = breaks(db, path);
    const seen = await step(place);
    // A full disk still has room in the pages of the records themselves: a draft's next step may fit, a report does not.
    const saved = breaks === full && place < whole - 1 && !seen.words.includes(notSaved);
    if (!saved) {
      expect(seen.words).toContain(notSaved);
      expect(seen.words).not.toMatch(/NTK-/);
      keepsTyped(place, seen);
      expect(await house.service.records.count("report")).toBe(before);
    }
    mends();
    for (let again = saved ? place + 1 : place; again < whole; again += 1) await step(again);
    await everybodyIsTold();
  });
});

/** A store that fails its nth write, and so many after it. */
const failing = (inner: Records) => {
  let from = Number.POSITIVE_INFINITY;
  let until = from;
  let writes = 0;
  const write = <T>(work: () => Promise<T>): Promise<T> => {
    writes += 1;
    return writes >= from && writes < until ? Promise.reject(new NotDurable("Not saved: input/output error.")) : work();
  };
  const records: Records = {
    ...inner,
    commit: (commit) => write(() => inner.commit(commit)),
    claim: (...claim) => write(() => inner.claim(...claim)),
    release: (key) => write(() => inner.release(key)),
    next: (series) => write(() => inner.next(series)),
  };
  return {
    records,
    fails: (nth: number, times: number): void => {
      [writes, from, until] = [0, nth, nth + times];
    },
    writes: () => writes,
  };
};

describe("an input/output error at any write of the flow", () => {
  /** Does each step until it is taken, as somebody does who is told that it was not saved. */
  const insist = async (): Promise<number> => {
    let refused = 0;
    for (let place = 0; place < whole;) {
      const { words } = await step(place);
      if (!words.includes(notSaved)) place += 1;
      else refused += 1;
      expect(words.includes(notSaved) && /NTK-/.test(words)).toBe(false);
      if (refused > 20) throw new Error(`It does not recover. It says: ${words}`);
    }
    return refused;
  };

  it.each([1, 3])(
    "fails %p writes in a row, wherever they come: nothing is lost, nobody is misled",
    async (times) => {
      const store = failing(openSqlite(":memory:"));
      await open(store.records);
      let refusals = 0;
      let nth = 1 - times;
      do {
        nth += times;
        cases += 1;
        store.fails(nth, times);
        refusals += await insist();
        await everybodyIsTold();
      } while (store.writes() >= nth);
      await house.stop();
      expect(nth).toBeGreaterThan(whole);
      expect(refusals).toBeGreaterThanOrEqual(whole);
    },
    120_000,
  );
});
