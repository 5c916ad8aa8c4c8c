import type { ChannelView, ClauseView, LedgerLine, ReportLine, ReportView } from "../../src/domain/report/view.ts";
import { atLondon } from "../../src/time/london.ts";

/** Made-up people of made-up Ambershire, on the Friday and Saturday of Easter 2026. */
const missingAt = atLondon("2026-04-03", "16:00");
export const reportedAt = atLondon("2026-04-04", "17:20");
export const tuesday = atLondon("2026-04-07", "17:00");

export const missing06: ClauseView = {
  id: "W-N2K-06",
  title: "Missing: child in care or on a protection plan, whereabouts not known",
  words: "Children missing (whereabouts not known) If subject to CP Plan or Child in Care.",
  policy: "ad-need-to-know",
  maturesAt: missingAt + 24 * 3_600_000,
  dueAt: tuesday,
  houseRule: null,
};
const missing07: ClauseView = {
  ...missing06,
  id: "W-N2K-07",
  title: "Missing from care for over 24 hours",
  words: "Children Missing from care for over 24 hours",
};
const risk: ClauseView = {
  id: "W-N2K-05",
  title: "Exposure to risk of a child known to us",
  words: "Significant or serious injury /self harm event / exposure to risk, to child known",
  policy: "ad-need-to-know",
  maturesAt: null,
  dueAt: reportedAt,
  houseRule: "“Known” is read as: any case, open or closed.",
};
const director: ClauseView = {
  id: "LCP-2.4",
  title: "Looked after child missing for 48 hours or more",
  words: "When a Child Looked After is missing for 48 hours or more;",
  policy: "director-need-to-know",
  maturesAt: missingAt + 48 * 3_600_000,
  dueAt: null,
  houseRule: null,
};

const line = (more: Partial<LedgerLine>): LedgerLine => ({
  telling: "t1",
  post: "assistant-director",
  postTitle: "Assistant Director",
  who: "Nadia Rahman",
  how: "teams",
  clauses: ["W-N2K-06", "W-N2K-07"],
  leaveAt: reportedAt,
  dueAt: tuesday,
  state: "told",
  at: reportedAt,
  note: null,
  ...more,
});

const ledger: readonly LedgerLine[] = [
  line({ state: "reached", at: reportedAt + 120_000 }),
  line({ telling: "t2", who: "AD Need to Know", at: reportedAt + 1000 }),
  line({ telling: "t3", how: "phone", clauses: ["W-N2K-P4"], state: "owed", at: null, dueAt: reportedAt }),
  line({
    telling: "t4",
    post: "practice-group-lead",
    postTitle: "Practice Group Lead",
    who: "Owen Hale",
    how: "amend",
    clauses: ["LCP-P4"],
    state: "unreachable",
    note: "Teams could not deliver it. Head of Service told instead.",
    dueAt: null,
  }),
  line({
    telling: "t5",
    post: "director",
    postTitle: "Director of Children's Social Care",
    who: null,
    how: "brief",
    clauses: ["LCP-P5"],
    state: "gap",
    note: "Nobody holds this post. Told instead: Head of Service.",
  }),
];

export const report: ReportView = {
  id: "d1",
  ref: "NTK-2026-0042",
  category: "Missing child",
  caseRef: "AMB-1042",
  state: "reported",
  reportedBy: "Ana Whitlock",
  reportedAt,
  what: "13yo CLA missing since fri tea time, police aware. Left the placement after a row about a *phone*; carers searched the park and the bus station.",
  details: [
    { label: "When did the child go missing?", value: "Friday 3 April 2026, 4pm" },
    { label: "What is the child's status with us?", value: "Looked after by us" },
    { label: "Does anybody know where the child is?", value: "No, or we are not sure" },
  ],
  briefing: [
    {
      section: "basics",
      label: "About the child, and their legal status",
      text: "AMB-1042, 13, looked after under a full care order.",
    },
    { section: "concern", label: "The concern", text: "Missing overnight; linked last year to an older group." },
    { section: "action", label: "What is being done", text: null },
    { section: "updateExpected", label: "When to expect an update", text: null },
    { section: "contact", label: "Who can say more", text: "Ana Whitlock, duty desk" },
  ],
  clauses: [risk, missing06, missing07],
  watch: [director],
  alsoConsider: [{ what: "A return interview, once the child is back", dueAt: null }],
  watching: {
    asks: "Is the child still missing?",
    asksWhen: "When was the child found, or when did they return?",
    endLabel: "Found",
    persistLabel: "Still missing",
    open: false,
    last: null,
    nextAsk: reportedAt + 86_400_000,
    ended: null,
  },
  joined: [],
  call: {
    with: [
      {
        name: "Nadia Rahman",
        account: "0a1b2c3d-0000-4000-8000-00000000a001",
        email: "nadia.rahman@ambershire.example",
        telephone: "01632 960 111",
      },
    ],
    dueAt: reportedAt,
    made: null,
  },
  questions: [],
  answers: [],
  ledger,
  timeline: [
    { at: reportedAt, text: "Reported by Ana Whitlock" },
    { at: reportedAt + 1000, text: "Told: Assistant Director, Nadia Rahman" },
    { at: reportedAt + 120_000, text: "Seen by Nadia Rahman" },
  ],
  may: ["see", "acknowledge", "ask", "close", "call"],
  refreshFor: ["0a1b2c3d-0000-4000-8000-00000000a001"],
};

export const receipt: ReportView = {
  ...report,
  questions: [{ by: "Nadia Rahman", at: reportedAt + 600_000, question: "Has the placing team told the parents?" }],
  may: ["see", "answer", "call", "brief"],
};

export const acknowledged: ReportView = {
  ...report,
  state: "acknowledged",
  ledger: ledger.map((one) =>
    one.telling === "t1" ? { ...one, state: "acknowledged", at: reportedAt + 1_500_000 } : one,
  ),
  call: {
    with: report.call?.with ?? [],
    dueAt: reportedAt,
    made: { by: "Ana Whitlock", spokeTo: "Nadia Rahman", at: reportedAt + 900_000 },
  },
  questions: receipt.questions,
  answers: [{ by: "Ana Whitlock", at: reportedAt + 1_200_000, text: "Yes, at 6pm, by telephone." }],
  timeline: [...report.timeline, { at: reportedAt + 1_500_000, text: "Acknowledged by Nadia Rahman" }],
  may: ["see", "ask", "close"],
};

export const channelView: ChannelView = {
  id: "d1",
  ref: "NTK-2026-0042",
  category: "Missing child",
  state: "reported",
  reportedAt,
  dueAt: tuesday,
  last: null,
  callOwed: true,
};

export const lines: readonly ReportLine[] = [
  { id: "d1", ref: "NTK-2026-0042", category: "Missing child", caseRef: "AMB-1042", state: "reported", reportedAt },
  {
    id: "d2",
    ref: "NTK-2026-0037",
    category: "Praise",
    caseRef: null,
    state: "acknowledged",
    reportedAt: atLondon("2026-03-30", "11:05"),
  },
  {
    id: "d3",
    ref: "NTK-2026-0019",
    category: "Injury or risk at work",
    caseRef: null,
    state: "closed",
    reportedAt: atLondon("2026-02-11", "09:40"),
  },
];

/** Asked after a day. */
export const asked: ReportView = {
  ...report,
  watching: report.watching && { ...report.watching, open: true, nextAsk: reportedAt + 2 * 86_400_000 },
  may: ["see", "answer", "persist", "end"],
};

/** The child is back; somebody else had reported the same, and wrote something else of it. */
export const found: ReportView = {
  ...acknowledged,
  reportedBy: "Ana Whitlock and Ben Okoro",
  watch: [],
  watching: report.watching && {
    ...report.watching,
    last: { by: "Ana Whitlock", at: reportedAt + 86_400_000 },
    nextAsk: null,
    ended: { by: "Ben Okoro", at: reportedAt + 100_000_000 },
  },
  joined: [
    {
      by: "Ben Okoro",
      at: reportedAt + 3_600_000,
      what: "School rang: she was seen at the bus station with two older boys at half past four.",
      details: [{ label: "When did the child go missing?", value: "Friday 3 April 2026, 4:30pm" }],
    },
  ],
  alsoConsider: [
    { what: "Consider a return interview within 72 hours of the child's return.", dueAt: reportedAt + 359_200_000 },
  ],
  may: ["see", "call", "ask", "close"],
};
