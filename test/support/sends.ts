import { readFileSync } from "node:fs";
import type { Records } from "../../src/app/ports/records.ts";
import { parseReport, type Loaded } from "../../src/app/report/document.ts";
import { owed } from "../../src/domain/report/owed.ts";
import { isObject, type Call, type Teams, type TeamsPerson } from "./teams/index.ts";

/** Everybody on the roster has Teams and can be told. */
export const staff = (teams: Teams): ReadonlyMap<string, TeamsPerson> =>
  new Map(
    readFileSync("policies/example/roster.csv", "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => {
        const [email = "", name = "", , , , account = ""] = line.split(",");
        return [email.split("@")[0] ?? "", teams.person(account, name)] as const;
      }),
  );

/** Which report a message is about, or null: a screen is about none. */
export const aboutIn = (body: unknown): string | null => {
  const text = JSON.stringify(isObject(body) ? { attachments: body["attachments"] } : body);
  return /"report":"([\w-]+)"/.exec(text)?.[1] ?? null;
};
export const wordIn = (body: unknown): string | null => {
  const text = isObject(body) && typeof body["text"] === "string" ? body["text"] : "";
  return /^NTK-/.test(text) ? text : null;
};

/** Messages about reports that Teams accepted: the same text under two ids was said twice. */
export const sendsIn = (calls: readonly Call[]): readonly string[] =>
  calls
    .filter(({ method, made }) => method === "POST" && made !== null)
    .flatMap(({ conversation, body }) => {
      const about = aboutIn(body) ?? wordIn(body);
      return about === null ? [] : [`${conversation ?? ""} ${about}`];
    });

const leaving = new Set(["address", "tell", "post", "receipt", "say", "refresh"]);

export const everyReport = async (records: Records): Promise<readonly Loaded[]> =>
  (await records.list("report", { limit: 1_000_000 })).map(parseReport);

/** What a report still has to say to somebody, apart from what silence or a threshold may bring later. */
export const stillOwed = ({ report, facts, progress }: Loaded): string[] =>
  owed(report, facts, progress)
    .filter(({ kind }) => leaving.has(kind))
    .map(({ key }) => `${report.ref} still owes ${key}`);
