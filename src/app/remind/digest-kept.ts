import type { PersonId } from "../../domain/people.ts";
import { digestFrom, type Digest } from "../../domain/remind/digest.ts";
import { digestFactSchema, type DigestFact } from "../../domain/remind/facts.ts";
import { keptFacts, nextStepBy, type Due, type Shape } from "../kept/facts.ts";
import type { Records } from "../ports/records.ts";

/** What a digest owes: itself, to somebody else when Teams refuses, and a new drawing when something on it changed. */
export type DigestDue = Due &
  (
    | { readonly kind: "send"; readonly to: PersonId }
    | { readonly kind: "pass" }
    | { readonly kind: "refresh"; readonly copy: Digest["sent"][number] }
  );

/** Look-up key of the digests of one morning that say something of a case. */
export const digestOfCase = (on: string, ref: string): string => `${on}:${ref.toUpperCase()}`;

const owed = ({ at, to, sent, unreachable, changes }: Digest): DigestDue[] => {
  const last = to.at(-1) ?? "";
  if (unreachable.includes(last)) return [{ kind: "pass", key: `pass:${String(to.length)}`, leaveAt: at }];
  const sends = to
    .filter((person) => !unreachable.includes(person))
    .map((person): DigestDue => ({ kind: "send", key: `send:${person}`, leaveAt: at, to: person }));
  const again = sent.flatMap((copy): DigestDue[] => {
    const last = changes.findLast(({ by }) => by !== copy.where);
    if (last === undefined || last.at < copy.at) return [];
    const key = `refresh:${copy.activity}:${last.case}:${String(last.entries)}`;
    return [{ kind: "refresh", key, leaveAt: last.at, copy }];
  });
  return [...sends, ...again];
};

const shape: Shape<DigestFact, Digest, DigestDue> = {
  kind: "digest",
  fact: digestFactSchema,
  evolve: digestFrom,
  keys: ({ on, cases }) => cases.map((ref) => digestOfCase(on, ref)),
  owed,
};

export const keptDigests = (records: Records) => keptFacts(records, shape);

/** For "store check". */
export const nextDigestStep = nextStepBy(shape, ({ sent }) =>
  sent.length > 0 ? "was sent" : "could not be sent to anybody",
);
