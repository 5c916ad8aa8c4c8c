import { OutsideCalendar } from "../../time/calendar.ts";
import { recordHappened } from "../cases/cases.ts";
import type { Intent } from "../../domain/report/owed.ts";
import type { Loaded } from "../report/document.ts";
import { settled, type DeliverDeps, type Performed } from "./performed.ts";

/**
 * Keeps on its case that a report was made (MO-T08), or what that says of the child (MO-T10). Its id there is the report's
 * own, so that however often it is tried it happens once. A case that the caseload does not have is said on the timeline.
 */
export const chain = async (
  { records, clock, caseRules }: DeliverDeps,
  { report }: Loaded,
  { happening, caseRef }: Extract<Intent, { kind: "chain" }>,
): Promise<Performed> => {
  const { ref, at: on, by, event } = report;
  const happened = {
    ...{ id: `report:${ref}:${happening}`, happening, on, dateOnly: false, by },
    facts: { event, report: ref },
  };
  const kept =
    caseRules !== undefined && (await isKept(recordHappened({ records, clock, rules: caseRules }, caseRef, happened)));
  return settled({ kind: "chained", at: clock.now(), happening, caseRef, kept });
};

/** A case whose dates lie beyond the calendar must not be tried for ever. */
const isKept = async (keeping: ReturnType<typeof recordHappened>): Promise<boolean> => {
  try {
    return (await keeping).outcome !== "refused";
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error;
    return false;
  }
};
