import type { Doubting } from "../doubting.ts";
import type { Reporting } from "../reporting.ts";

/**
 * Reporting that ends the doubt a report came from. A crash between the two leaves the doubt open: confirming again, which
 * makes no second report, ends it.
 */
export const endingDoubts = (reporting: Reporting, doubting: Doubting): Reporting => ({
  ...reporting,
  confirm: async (...confirmed: Parameters<Reporting["confirm"]>) => {
    const answered = await reporting.confirm(...confirmed);
    const [draft, by] = confirmed;
    if (answered.outcome === "done") await doubting.confirmed(draft, by, answered.report.ref);
    return answered;
  },
});
