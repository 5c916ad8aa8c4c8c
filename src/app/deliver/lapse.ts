import type { ReportFact } from "../../domain/report/facts.ts";
import type { TellingProgress } from "../../domain/report/report.ts";
import type { Loaded } from "../report/document.ts";
import { settled, type DeliverDeps, type Performed } from "./performed.ts";

/** Nobody has judged, or nobody could be asked: what waited for them is told to the person who covers all the same (W-X1). */
export const lapse = ({ clock, directory }: DeliverDeps, { report }: Loaded, request: TellingProgress): Performed => {
  const names = request.to.map((id) => directory.person(id)?.name ?? id).join(", ");
  const deaf = request.to.every((id) => request.unreachable.some(({ where }) => where === id));
  const why = deaf ? `${names} could not be reached in Teams to judge it` : `${names} had not judged it in time`;
  const open = report.tellings.filter(
    ({ judgement }) => judgement?.request === request.id && judgement.outcome === null,
  );
  return settled(...open.map(({ id }): ReportFact => ({ kind: "lapsed", at: clock.now(), telling: id, why })));
};
