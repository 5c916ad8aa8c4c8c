import { z } from "zod";
import { instantSchema, type Instant, type LondonDate } from "../instants.ts";
import type { ClauseId } from "../ids.ts";
import type { PersonId } from "../people.ts";

/** Choices of which somebody else is told: whoever is asked, or whoever asked. */
export const newsKinds = [
  "given",
  "taken",
  "handedBack",
  "lessOftenAsked",
  "lessOftenApproved",
  "lessOftenRefused",
] as const;

const base = { at: instantSchema };
const person = z.string();

/** What is told, append-only. What it says is read from the case when it leaves: `about` is the id of the choice there. */
export const noticeFactSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...base, kind: z.literal("made"), caseRef: z.string(), what: z.enum(newsKinds), about: z.string() }),
  /** The case has it: it leaves at once. Without this it leaves later, and looks first whether there is anything to tell. */
  z.strictObject({ ...base, kind: z.literal("stands") }),
  /** Nobody, when the choice came to nothing. */
  z.strictObject({ ...base, kind: z.literal("addressed"), to: z.array(person) }),
  z.strictObject({ ...base, kind: z.literal("told"), to: person }),
  z.strictObject({ ...base, kind: z.literal("unreachable"), to: person, why: z.string() }),
]);
export type NoticeFact = z.infer<typeof noticeFactSchema>;
export type News = Pick<Extract<NoticeFact, { kind: "made" }>, "what" | "about">;

export interface Notice extends News {
  readonly id: string;
  /** When it leaves. */
  readonly at: Instant;
  readonly caseRef: string;
  /** Null: not found out yet. */
  readonly to: readonly PersonId[] | null;
  readonly settled: readonly PersonId[];
}

/** Long enough for the case to be written, when nobody says that it was. */
const waitMs = 60_000;

/** @throws when the facts do not begin with "made": they are damaged. */
export const noticeFrom = (id: string, facts: readonly NoticeFact[]): Notice => {
  const [first] = facts;
  if (first?.kind !== "made") throw new Error(`Notice ${id} does not begin with "made": its facts are damaged.`);
  const { caseRef, what, about } = first;
  const at = facts.find((fact) => fact.kind === "stands")?.at ?? first.at + waitMs;
  const addressed = facts.find((fact) => fact.kind === "addressed");
  const settled = facts.flatMap((fact) => (fact.kind === "told" || fact.kind === "unreachable" ? [fact.to] : []));
  return { id, at, caseRef, what, about, to: addressed?.to ?? null, settled };
};

/** Something that somebody is asked to answer about a duty on a case. */
export interface AskView {
  /** take: accept it or hand it back. approve: less often than the standard, or not. */
  readonly asks: "take" | "approve";
  readonly caseRef: string;
  /** The id of the hand-over, or of what was asked for. */
  readonly id: string;
  readonly from: string;
  readonly title: string;
  readonly clause: ClauseId;
  readonly words: string;
  /** "due Tuesday 1 December, 5pm", "every 12 weeks until Friday 4 June". */
  readonly detail: string;
  readonly reason: string;
  readonly until: LondonDate | null;
}
