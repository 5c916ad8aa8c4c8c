import { createHash } from "node:crypto";
import { noticeFactSchema, noticeFrom, type News, type Notice, type NoticeFact } from "../../domain/case/notice.ts";
import type { PersonId } from "../../domain/people.ts";
import { keptFacts, nextStepBy, type Due, type Shape } from "../kept/facts.ts";
import type { Records } from "../ports/records.ts";

/** What a notice owes: finding out who is told, then each of them. */
export type NoticeDue = Due & ({ readonly kind: "address" } | { readonly kind: "tell"; readonly to: PersonId });

const owed = ({ at, to, settled }: Notice): NoticeDue[] =>
  to === null
    ? [{ kind: "address", key: "address", leaveAt: at }]
    : to
        .filter((person) => !settled.includes(person))
        .map((person) => ({ kind: "tell", key: `tell:${person}`, leaveAt: at, to: person }));

const shape: Shape<NoticeFact, Notice, NoticeDue> = {
  kind: "notice",
  fact: noticeFactSchema,
  evolve: noticeFrom,
  keys: ({ caseRef }) => [`case:${caseRef}`],
  owed,
};

export const keptNotices = (records: Records) => keptFacts(records, shape);
export type KeptNotices = ReturnType<typeof keptNotices>;

/** The same for one choice, however often it is made. */
export const noticeId = (caseRef: string, { what, about }: News): string =>
  createHash("sha256").update(["notice", caseRef, what, about].join("\n")).digest("base64url").slice(0, 22);

/** For "store check": it owes something until everybody it is for has been told, or cannot be. */
export const nextNoticeStep = nextStepBy(shape, ({ to, settled }) =>
  to !== null && to.every((person) => settled.includes(person)) ? "has been told" : null,
);
