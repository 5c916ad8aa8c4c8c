import type { Instant } from "../../src/domain/instants.ts";
import { isObject, type Call, type TeamsPerson } from "./teams/index.ts";
import type { Watchful } from "./watchful.ts";

export interface Told {
  readonly person: string;
  readonly at: Instant;
  readonly kind: "digest" | "overdue";
  readonly words: string;
  readonly duty: string | null;
}

const jsonOf = ({ body }: Call): string => JSON.stringify(isObject(body) ? (body["attachments"] ?? "") : "");
export const counted = (json: string): number =>
  [/(\d+) overdue/, /(\d+) due today/, /(\d+) coming up/].reduce(
    (sum, each) => sum + Number(each.exec(json)?.[1] ?? 0),
    0,
  );

/** What Teams accepted since the last look. */
export const createEar = (house: Watchful, people: ReadonlyMap<string, TeamsPerson>) => {
  const byChat = new Map([...people].map(([id, { chat }]) => [chat.conversation, id]));
  return (at: Instant): Told[] => {
    // Taken away, because a year of cards is more than a machine need remember.
    const fresh = house.teams.calls.splice(0);
    return fresh.flatMap((call): Told[] => {
      const person = byChat.get(call.conversation ?? "");
      if (call.method !== "POST" || call.made === null || person === undefined) return [];
      const words = jsonOf(call);
      if (words.includes("What you have to do")) return [{ person, at, kind: "digest", words, duty: null }];
      if (!words.includes("Overdue on a child protection plan")) return [];
      return [{ person, at, kind: "overdue", words, duty: /"duty":"([^"]+)"/.exec(words)?.[1] ?? null }];
    });
  };
};

const rowsIn = (message: { readonly card?: unknown }): string[] =>
  [...JSON.stringify(message.card ?? "").matchAll(/"duty":"([^"]+)"/g)].map(([, id]) => id ?? "");

/** What all pages of somebody's newest digest list: only looked at where the first page does not add up. */
export const everyRow = async (person: TeamsPerson): Promise<ReadonlySet<string>> => {
  const found = new Set(rowsIn(person.latest()));
  while (JSON.stringify(person.latest().card ?? "").includes('"Next page"')) {
    await person.clicks(person.latest(), "Next page");
    for (const id of rowsIn(person.latest())) found.add(id);
  }
  return found;
};
