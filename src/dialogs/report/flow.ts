import type { Flow } from "../engine/screen.ts";
import { details, when } from "./asking.ts";
import { events, groups, nothingFits, notSure, suggestions, whatHappened } from "./choosing.ts";
import type { ReportGuide } from "./guide.ts";
import type { ReportEnd, ReportScreen } from "./names.ts";
import { briefing, change, preview } from "./sending.ts";

/** Telling a Need-to-Know event, from the first words to the confirmation. */
export const reportFlow: Flow<ReportGuide, ReportScreen, ReportEnd> = {
  name: "report",
  title: "Report a Need-to-Know event",
  start: "whatHappened",
  screens: {
    whatHappened,
    suggestions,
    notSure,
    groups,
    events,
    nothingFits,
    when,
    details,
    briefing,
    preview,
    change,
  },
  ends: {
    confirm: "The report is made, and everybody on the preview is told",
    discard: "The draft is thrown away; nothing was sent",
    "ask-manager": "What was typed is put to the line manager, who reports it or says why not (LCP-P10)",
  },
};
