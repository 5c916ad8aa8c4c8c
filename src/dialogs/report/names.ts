/** The screens of a report, in the order in which most people meet them. */
export const reportScreens = [
  "whatHappened",
  "suggestions",
  "notSure",
  "groups",
  "events",
  "nothingFits",
  "when",
  "details",
  "briefing",
  "preview",
  "change",
] as const;
export type ReportScreen = (typeof reportScreens)[number];

export const reportEnds = ["confirm", "discard", "ask-manager"] as const;
export type ReportEnd = (typeof reportEnds)[number];

export type To = ReportScreen | ReportEnd;
