import type { Draft } from "../../domain/draft.ts";
import { readReport, type Loaded } from "./document.ts";
import type { ReportDeps } from "./deps.ts";

/** Whether a report was made of this draft, or the draft was joined to it. */
export const isOf = ({ id, report }: Loaded, draft: Pick<Draft, "id">): boolean =>
  (report.draft ?? id) === draft.id || report.joined.some((fact) => fact.draft === draft.id);

/** The report that a draft became, or was joined to; undefined while it is neither, whatever was decided. */
export const madeOf = async (
  { records }: Pick<ReportDeps, "records">,
  draft: Pick<Draft, "id" | "decided">,
): Promise<Loaded | undefined> => {
  const found = await readReport(records, draft.decided?.report ?? draft.id);
  return found !== undefined && isOf(found, draft) ? found : undefined;
};
