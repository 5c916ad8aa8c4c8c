import type { Happened } from "../../domain/case/case.ts";
import type { LondonDate } from "../../domain/instants.ts";
import { atLondon } from "../../time/london.ts";
import type { DatedHappening } from "../ports/caseload.ts";

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
