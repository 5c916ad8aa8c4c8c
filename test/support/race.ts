import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rosterDirectory } from "../../src/adapters/roster/directory.ts";
import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import type { Records } from "../../src/app/ports/records.ts";
import { createReporting } from "../../src/app/report/reporting.ts";
import type { Confirmed, Joined } from "../../src/app/reporting.ts";
import type { Draft } from "../../src/domain/draft.ts";
import type { Person } from "../../src/domain/people.ts";
import { createCalendar } from "../../src/time/calendar.ts";
import { assessment, clause, council, noon, people, rulesThat } from "./house.ts";

/** Two people, one event, one instant; and two buttons of one draft. Real files, several stores open on each. */
const folder = mkdtempSync(join(tmpdir(), "watchful-race-"));
const opened: Records[] = [];
export const closeAll = async (): Promise<void> => {
  for (const records of opened) await records.close();
  rmSync(folder, { recursive: true, force: true });
};

export const crowd: readonly Person[] = Array.from({ length: 40 }, (_, index) => ({
  id: `worker${String(index)}@ambershire.example`,
  name: `Worker ${String(index)}`,
  posts: ["social-worker"],
  team: null,
  manager: null,
  account: `account-${String(index)}`,
  telephone: null,
}));

let files = 0;
export const storeFile = (): string => join(folder, `race-${String((files += 1))}.db`);
const open = (file: string): Records => {
  const records = openSqlite(file);
  opened.push(records);
  return records;
};

/** One replica: its own store on the file, and what it is made to suffer at each write. */
export const replica = (file: string, spoil: (records: Records) => Records = (records) => records) => {
  const records = open(file);
  const reporting = createReporting({
    clock: { now: () => noon },
    records: spoil(records),
    council,
    calendar: createCalendar({ closureDays: [], workingDay: { from: "09:00", to: "17:00" } }),
    directory: rosterDirectory([...people, ...crowd], council),
    rules: rulesThat(() => assessment([clause("W-1")])),
    nudge: () => undefined,
  });
  return { records, reporting };
};
export type Replica = ReturnType<typeof replica>;

export const idOf = (index: number): string => crowd[index]?.id ?? "";

export const drafted = async ({ reporting }: Replica, by: string, more: Partial<Draft> = {}): Promise<string> => {
  const draft = await reporting.open(by, `draft of ${by}`, (id, startedAt) => ({
    ...{ id, by, startedAt, screen: "preview", step: 1, trail: [], what: "Something happened", caseRef: "AMB-1042" },
    ...{ event: "thing", picked: null, answers: { awareAt: noon }, briefing: {}, kept: {}, refusals: {} },
    ...more,
  }));
  return draft.id;
};

export const tally = (answers: readonly (Confirmed | Joined)[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(answers, ({ outcome }) => outcome)].map(([name, list]) => [name, list.length]));
