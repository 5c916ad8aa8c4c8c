import { setTimeout as wait } from "node:timers/promises";
import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import { checkStore } from "../../src/app/audit/check.ts";
import { nextSteps } from "../../src/app/audit/next-steps.ts";
import { verifyAudit } from "../../src/app/audit/verify.ts";
import type { Records } from "../../src/app/ports/records.ts";
import { parseReport, type Loaded } from "../../src/app/report/document.ts";
import type { Instant } from "../../src/domain/instants.ts";
import type { Promised } from "./kill-load.ts";
import { everyReport, sendsIn, stillOwed } from "./sends.ts";
import type { Call, Teams, TeamsPerson } from "./teams/index.ts";

/** A try is left alone for so long before it is taken for lost (`claimMs` in src/app/deliver/report.ts). */
const claimMs = 120_000;
/** A little longer than that. */
export const beyondClaim = claimMs + 5_000;

/** Intents that put a new message into a chat, by how their keys begin; a card that is updated twice disturbs nobody. */
const sending = /^(tell|post|receipt|say|repeat)\b/;

/** Sends that this life had claimed and whose outcome it had not kept. Silence brings nothing so soon. */
export const claimedIn = async (records: Records, since: Instant, now: Instant): Promise<number> => {
  const claimed = await records.due(now + beyondClaim, 1_000_000);
  const tries = claimed
    .filter(({ kind }) => kind === "report")
    .flatMap((stored) => Object.entries(parseReport(stored).progress.tries));
  return tries.filter(([key, { notBefore }]) => sending.test(key) && notBefore >= since + claimMs).length;
};

/** Moves the clock past every claim until nothing more has to leave. */
export const drain = async (records: Records, moveOn: (ms: number) => void): Promise<readonly string[]> => {
  for (let move = 0; move < 6; move += 1) {
    moveOn(beyondClaim);
    for (let look = 0; look < 100; look += 1) {
      await wait(50);
      if ((await everyReport(records)).flatMap(stillOwed).length === 0) return [];
    }
  }
  return (await everyReport(records)).flatMap(stillOwed);
};

const kept = (reports: readonly Loaded[], promised: Promised): string[] => {
  const faults: string[] = [];
  const byCase = Map.groupBy(reports, ({ report }) => report.caseRef ?? "");
  for (const [caseRef, { ref, draft }] of promised.confirmed) {
    const made = byCase.get(caseRef) ?? [];
    if (made.length !== 1) faults.push(`${caseRef} was confirmed as ${ref}: there are ${String(made.length)} records`);
    else if (made[0]?.report.ref !== ref || made[0].id !== draft)
      faults.push(`${caseRef} was confirmed as ${ref}: it is ${made[0]?.report.ref ?? ""}`);
  }
  const refs = new Set(reports.map(({ report }) => report.ref));
  if (refs.size !== reports.length) faults.push("a reference was given twice");
  for (const id of promised.acknowledged) {
    const found = reports.find((each) => each.id === id);
    if (found?.report.acknowledged.length !== 1) faults.push(`an acknowledgement of ${id} is lost`);
  }
  return faults;
};

/** What is meant to be said again: to whom a report was repeated because nobody had answered. */
export const repeatsIn = (reports: readonly Loaded[], people: ReadonlyMap<string, TeamsPerson>): readonly string[] =>
  reports.flatMap(({ id, facts }) =>
    facts
      .flatMap((fact) => (fact.kind === "repeated" ? fact.to : []))
      .map((to) => `${people.get(to.split("@")[0] ?? "")?.chat.conversation ?? ""} ${id}`),
  );

/** Only a kill makes anything be said twice that is not meant to be: within one life nothing is. */
export const repeatedIn = (calls: readonly Call[], begins: readonly number[], meant: ReadonlySet<string>): string[] =>
  begins.flatMap((from, life) => {
    const sends = sendsIn(calls.slice(from, begins[life + 1])).filter((send) => !meant.has(send));
    return sends.filter((send, index) => sends.indexOf(send) < index).map((send) => `said twice in one life: ${send}`);
  });

/** Everybody who was addressed has the card in Teams, and the record says so. */
const told = (reports: readonly Loaded[], sends: ReadonlySet<string>, people: ReadonlyMap<string, TeamsPerson>) =>
  reports.flatMap(({ id, report }) => {
    if (report.tellings.length === 0) return [`${report.ref} tells nobody`];
    return report.tellings
      .filter(({ how }) => how !== "phone")
      .flatMap((telling) =>
        telling.to
          .filter((to) => {
            const chat = people.get(to.split("@")[0] ?? "")?.chat.conversation ?? "";
            return !telling.told.some(({ where }) => where === to) || !sends.has(`${chat} ${id}`);
          })
          .map((to) => `${report.ref}: ${to} was never told`),
      );
  });

export const withStore = async <T>(path: string, look: (records: Records) => Promise<T>): Promise<T> => {
  const records = openSqlite(path);
  try {
    return await look(records);
  } finally {
    await records.close();
  }
};

/** Whether every promise was kept, by what the store and Teams hold when all is over; a sentence for each that was not. */
export const judge = async (
  records: Records,
  promised: Promised,
  teams: Teams,
  people: ReadonlyMap<string, TeamsPerson>,
) => {
  const reports = await everyReport(records);
  const audit = await verifyAudit(records);
  const store = await checkStore(records, nextSteps);
  return [
    ...kept(reports, promised),
    ...told(reports, new Set(sendsIn(teams.calls)), people),
    ...(audit.ok ? [] : [`audit: ${audit.fault.what}`]),
    ...store.stuck.map(({ record, why }) => `${record.id}: ${why}`),
  ];
};
