import type { KeptCase } from "../../domain/case/fold.ts";
import type { CaseRole, CaseState } from "../../domain/case/permissions.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import { dutiesOf } from "../../rules/duty/duties.ts";
import type { Duty } from "../../rules/duty/types.ts";
import type { RemindDeps } from "./deps.ts";

/** A duty id in its parts: "PS-13:AMB-1042:2026-03-30" is of a case; "W-EXP-2:ana@…:2026-11-16" of a post, for one who holds it. */
export interface DutyKey {
  readonly clause: string;
  /** A case reference, or a person's address. */
  readonly whose: string;
}

/** Undefined for what is no id of a duty. */
export const dutyKey = (id: string): DutyKey | undefined => {
  const [clause, whose, since, ...more] = id.split(":");
  if (!clause || !whose || !since || more.length > 0) return undefined;
  return { clause, whose };
};

/** What the permission table calls the state of a case. */
export const caseStateOf = ({ presence, facts }: Pick<KeptCase, "presence" | "facts">): CaseState => {
  if (presence === "closed" || facts["status"] === "closed") return "closed";
  return presence === "left" ? "left" : "working";
};

/** A duty that is open, with the case it is on. */
export interface OfCase {
  readonly kind: "case";
  readonly duty: Duty;
  readonly now: KeptCase;
}

/** A duty that somebody owes by their post, or on a worker: no single case has it. */
export interface OfPerson {
  readonly kind: "person";
  readonly duty: Duty;
  /** Who owes it: the holder of the post. */
  readonly owner: PersonId;
}

export type FoundDuty = OfCase | OfPerson;

/** What a person is to a duty, and what they may do about it. */
export interface Standing {
  readonly roles: readonly CaseRole[];
  readonly state: CaseState;
}

/** The open duty of a case with this id; null when it is met, or was never there. */
export const openDuty = (deps: Pick<RemindDeps, "rulebook">, now: KeptCase, id: string, asOf: Instant): Duty | null =>
  dutiesOf(deps.rulebook, now, asOf).find((duty) => duty.id === id) ?? null;
