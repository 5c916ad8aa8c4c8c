import { randomUUID } from "node:crypto";
import type { Instant } from "../../src/domain/instants.ts";
import { londonDate } from "../../src/time/london.ts";

/** How large a made-up service is. */
export interface Size {
  readonly children: number;
  readonly workers: number;
  readonly managers: number;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly post: string;
  readonly team: string;
  readonly manager: string | null;
  readonly account: string;
}

export interface Leave {
  readonly person: string;
  readonly instead: string;
  readonly from: string;
  readonly until: string;
}

/** The same numbers for the same seed, from 0 up to 1. */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const email = (name: string): string => `${name}@ambershire.example`;
const member = (name: string, post: string, team: string, manager: string | null): Member => ({
  ...{ id: email(name), post, team, manager, account: randomUUID() },
  name: name.replaceAll(".", " ").replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase()),
});

const letter = (n: number): string => String.fromCharCode(97 + (n % 26));
const letters = (n: number): string => letter(n / 676) + letter(n / 26) + letter(n);

/** Names that nobody can take for another word, because people name each other in chat. */
const sian = (n: number): string => `sian${letters(n)}.post${letters(n)}`;
const mair = (n: number): string => `mair${letters(n)}.lead${letters(n)}`;

/** A line of management: a director, an assistant director, heads, service managers, teams. */
export const makeStaff = ({ managers, workers }: Size): readonly Member[] => {
  const services = Math.max(2, Math.ceil(managers / 5));
  const top = [
    member("rhoda.director", "director", "Service", null),
    member("nerys.assistant", "assistant-director", "Service", email("rhoda.director")),
    member("tudor.head", "head-of-service", "Service", email("nerys.assistant")),
    member("elin.safeguarding", "head-of-safeguarding", "Quality", email("nerys.assistant")),
    member("declan.duty", "emergency-duty", "Emergency Duty", email("tudor.head")),
  ];
  const leaders = Array.from({ length: services }, (_, n) =>
    member(sian(n), "service-manager", `Service ${letters(n)}`, email("tudor.head")),
  );
  const heads = Array.from({ length: managers }, (_, n) =>
    member(mair(n), "team-manager", `Team ${letters(n)}`, email(sian(n % services))),
  );
  const others = Array.from({ length: workers }, (_, n) =>
    member(
      `wyn${letters(n)}.hand${letters(n)}`,
      "social-worker",
      `Team ${letters(n % managers)}`,
      email(mair(n % managers)),
    ),
  );
  return [...top, ...leaders, ...heads, ...others];
};

export const rosterOf = (staff: readonly Member[]): string =>
  [
    "email,name,posts,team,manager_email,account,telephone",
    ...staff.map(({ id, name, post, team, manager, account }) =>
      [id, name, post, team, manager ?? "", account, ""].join(","),
    ),
  ].join("\n") + "\n";

/** Who owes what, told from the staff list in the plainest way: an oracle, so it shares no code with the product. */
export const createStaffOracle = (staff: readonly Member[], leaves: readonly Leave[]) => {
  const byId = new Map(staff.map((one) => [one.id, one]));
  const away = (id: string, date: string): Leave | undefined =>
    leaves.find((leave) => leave.person === id && leave.from <= date && date <= leave.until);
  const here = (id: string, asOf: Instant): string => away(id, londonDate(asOf))?.instead ?? id;
  const above = (id: string): readonly Member[] => {
    const manager = byId.get(byId.get(id)?.manager ?? "");
    return manager === undefined ? [] : [manager, ...above(manager.id)];
  };
  return {
    here,
    holders: (post: string): readonly Member[] => staff.filter((one) => one.post === post),
    /** The post that a step names, on the line of a worker. */
    onLine: (worker: string, post: string): string | undefined => above(worker).find((one) => one.post === post)?.id,
    /** Before anybody's leave is looked at. */
    owner: (worker: string, posts: readonly string[]): string => {
      const line = above(worker);
      for (const post of posts) {
        if (post === "line-manager" || post === "social-worker") return line[0]?.id ?? "";
        const found = line.find((one) => one.post === post);
        if (found) return found.id;
      }
      const only = posts.length === 1 && posts[0] === "head-of-safeguarding";
      return only ? email("elin.safeguarding") : (line[0]?.id ?? "");
    },
  };
};
