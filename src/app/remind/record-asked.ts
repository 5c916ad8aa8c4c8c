import { caseRefusals, mayOnCase, type CaseRole, type CaseState } from "../../domain/case/permissions.ts";
import type { KeptCase } from "../../domain/case/fold.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import { dutiesOf } from "../../rules/duty/duties.ts";
import type { Duty } from "../../rules/duty/types.ts";
import { circumstancesOf, recordForm, recordMeeting } from "../../rules/record/form.ts";
import type { RecordForm } from "../../rules/record/types.ts";
import { readCase } from "../cases/kept.ts";
import type { RecordAsked } from "../reminding.ts";
import type { RemindDeps } from "./deps.ts";
import { caseStateOf, openDuty } from "./found.ts";
import { rolesOn } from "./owner.ts";
import { recordsOf } from "./record-work.ts";
import { heldBy } from "./work.ts";

/** A case and what somebody may do to it. */
export interface Seen {
  readonly now: KeptCase;
  readonly duty: Duty | null;
  readonly roles: readonly CaseRole[];
  readonly state: CaseState;
}

export interface Refused {
  readonly outcome: "refused";
  readonly why: string;
}

const refused = (why: string): Refused => ({ outcome: "refused", why });

/** A case, whatever is asked of it. */
export const onCase = (caseRef: string, happening: string | null = null) => ({ caseRef, duty: null, happening });

/**
 * The case, when this person may do this to it. A case that is not there and one that is not theirs are refused in the same
 * words; every refusal is logged.
 */
export const seen = async (
  deps: RemindDeps,
  { caseRef, duty, happening }: Pick<RecordAsked, "caseRef" | "duty" | "happening">,
  by: PersonId,
  action: "see" | "record" | "confirm",
  asOf: Instant,
): Promise<Seen | Refused> => {
  const held = await readCase(deps.records, caseRef);
  const no = (why: string): Refused => {
    deps.log.warn("record refused", { action });
    return refused(why);
  };
  if (held === undefined) return no(caseRefusals.see);
  const now = held.state;
  const found = duty === null ? null : openDuty(deps, now, duty, asOf);
  const meant = isFor(deps, found, happening, asOf) ? found : dutyMetBy(deps, now, happening, asOf);
  const roles = action === "record" ? rolesFor(deps, by, now, [meant], asOf) : rolesOnRecords(deps, by, now, asOf);
  const state = caseStateOf(now);
  if (!mayOnCase(roles, "see", state)) return no(caseRefusals.see);
  if (mayOnCase(roles, action, state)) return { now, duty: found, roles, state };
  return no(state === "closed" && action === "record" ? closed(now) : caseRefusals[action]);
};

const closed = ({ ref }: KeptCase): string => `${ref} is closed, so no record is written on it any more.`;

const rolesFor = (
  deps: RemindDeps,
  by: PersonId,
  now: KeptCase,
  duties: readonly (Duty | null)[],
  asOf: Instant,
): readonly CaseRole[] => [...new Set([null, ...duties].flatMap((duty) => rolesOn(deps, by, now, duty, asOf)))];

/** Whoever wrote a record because its duty was handed over may still confirm it, although the duty is met by then. */
const rolesOnRecords = (deps: RemindDeps, by: PersonId, now: KeptCase, asOf: Instant): readonly CaseRole[] => {
  const roles = rolesFor(deps, by, now, dutiesOf(deps.rulebook, now, asOf), asOf);
  const helped = now.work.some((fact) => fact.kind === "given" && heldBy(now.work, fact.duty) === by);
  const wrote = recordsOf(now).some((record) => record.by === by);
  return helped && wrote ? [...roles, "helper"] : roles;
};

/** Whether a duty is met by a record of this happening; by whatever meets it when none is named. */
const isFor = ({ rulebook }: RemindDeps, duty: Duty | null, happening: string | null, asOf: Instant): boolean =>
  happening === null || (duty !== null && recordMeeting(rulebook, duty, asOf) === happening);

/** The duty that a record of this happening would meet: being asked for one is no right to write another. */
const dutyMetBy = (deps: RemindDeps, now: KeptCase, happening: string | null, asOf: Instant): Duty | null =>
  dutiesOf(deps.rulebook, now, asOf).find((duty) => happening !== null && duty.metBy.includes(happening)) ?? null;

/** What is asked for, made whole: which happening, for which circumstance, and what its record must hold. */
export interface Wanted extends Seen {
  readonly form: RecordForm;
  readonly circumstance: string | null;
}

/** Finds the form of a record; refused where no clause in use asks for one. */
export const wanted = (deps: RemindDeps, one: Seen, asked: RecordAsked, asOf: Instant): Wanted | Refused => {
  const { rulebook } = deps;
  const meant = asked.happening ?? (one.duty === null ? null : recordMeeting(rulebook, one.duty, asOf));
  if (meant === null)
    return refused("There is no record to be written for this. It may have been met already: open the list again.");
  const all = circumstancesOf(rulebook, meant, asOf);
  const chosen =
    asked.circumstance === null
      ? all.find(({ happening }) => happening === meant)
      : all.find(({ clause }) => clause === asked.circumstance);
  if (asked.circumstance !== null && chosen === undefined)
    return refused("That circumstance is not in use any more. Choose another one.");
  const form = recordForm(rulebook, chosen?.happening ?? meant, one.now.facts, asOf);
  return form === null
    ? refused("The council's rules ask for no record of this.")
    : { ...one, form, circumstance: chosen?.clause ?? null };
};
