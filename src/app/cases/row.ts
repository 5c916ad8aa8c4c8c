import type { Case, Happened } from "../../domain/case/case.ts";
import type { LondonDate } from "../../domain/instants.ts";
import { atLondon } from "../../time/london.ts";
import type { CaseRow, DatedHappening } from "../ports/caseload.ts";

/** The same id each time the same thing is told again, so that it happens once however often a file is loaded. */
const idOf = (happening: string, on: LondonDate): string => `caseload:${happening}:${on}`;

export const happenedOf = ({ happening, on, facts }: DatedHappening): Happened => ({
  id: idOf(happening, on),
  happening,
  on: atLondon(on, "00:00"),
  dateOnly: true,
  facts,
  by: null,
});

/** A row of a caseload as the rules take it, on its own: nothing that was stored before is in it. */
export const caseOf = ({ ref, facts, happened }: CaseRow): Case => ({
  ref,
  facts,
  happened: happened.map(happenedOf),
  standing: [],
});
