import type { ReportGuide } from "../app/reporting.ts";
import type { Draft } from "../domain/draft.ts";
import type { Instant } from "../domain/instants.ts";

/**
 * A guide for one turn. A screen asks several times for the same preview of the same draft, and a preview assesses every
 * clause: within a turn, at one moment, it is worked out once.
 */
export const guideForOneTurn = (guide: ReportGuide): ReportGuide => ({
  ...guide,
  preview: once((draft, asOf) => guide.preview(draft, asOf)),
  briefingOwed: once((draft, asOf) => guide.briefingOwed(draft, asOf)),
});

const once = <T>(work: (draft: Draft, asOf: Instant) => T): ((draft: Draft, asOf: Instant) => T) => {
  const known = new Map<Draft, { readonly asOf: Instant; readonly found: T }>();
  return (draft, asOf) => {
    const before = known.get(draft);
    if (before?.asOf === asOf) return before.found;
    const found = work(draft, asOf);
    known.set(draft, { asOf, found });
    return found;
  };
};
