import type { CoverView } from "../../src/domain/cover/cover.ts";
import type { DoubtView } from "../../src/domain/doubt/doubt.ts";
import type { ReportView } from "../../src/domain/report/view.ts";
import type { ScreenView } from "../../src/domain/screen.ts";
import { atLondon } from "../../src/time/london.ts";
import { report } from "./samples.ts";
import { screens } from "./screen-samples.ts";

/** Somebody is away, and somebody covers. */
export const cover: CoverView = {
  id: "0123456789abcdef012345",
  person: "Nadia Rahman",
  instead: "Priya Nair",
  from: "2026-08-03",
  until: "2026-08-14",
  posts: [{ title: "Assistant Director", otherwise: "Head of Service" }],
  state: "planned",
  mine: true,
};

/** Somebody is not sure, and asks their line manager. */
export const doubt: DoubtView = {
  id: "0123456789abcdef012345",
  askedBy: "Ana Petrescu",
  askedAt: atLondon("2026-11-23", "10:00"),
  text: "mum's ex turned up at the *contact* centre, left when asked",
  caseRef: "AMB-1042",
  asked: ["Ilinca Popescu"],
  note: null,
  openedBy: null,
  outcome: null,
  may: true,
};

/** A service manager is asked to judge whether praise is raised with the person covering (W-X1). */
export const judge: ReportView = {
  ...report,
  ...{ category: "Praise", caseRef: null, briefing: null, watch: [], alsoConsider: [], watching: null, call: null },
  reportedBy: "Kiran Bains",
  what: "A judge thanked the team in court this morning, and named two workers.",
  details: [],
  clauses: [
    {
      id: "W-N2K-12",
      title: "Praise or positive feedback",
      words:
        "Praise or positive feedback. (also refer to Complaints Manager for logging) As soon as practical – within five working days.",
      policy: "Assistant Director Need to Know",
      maturesAt: null,
      dueAt: atLondon("2026-04-13", "17:00"),
      houseRule: null,
    },
  ],
  judgement: {
    postTitle: "Assistant Director",
    clause: "W-X1",
    why: "Priya Nair covers for Nadia Rahman until Friday 17 April",
    judgeBy: atLondon("2026-04-13", "15:00"),
  },
  may: ["see", "acknowledge", "ask", "judge", "close"],
};

const praise = { clauses: ["W-N2K-12"], leaveAt: report.reportedAt, dueAt: atLondon("2026-04-13", "17:00") };

/** They judged that it can wait. */
export const notRaised: ReportView = {
  ...judge,
  judgement: null,
  ledger: [
    {
      ...praise,
      ...{ telling: "t1", post: "assistant-director", postTitle: "Assistant Director", who: null, how: "teams" },
      ...{ state: "not-raised", at: report.reportedAt + 3_600_000 },
      note: "Marek Kowalczyk judged not to raise it (W-X1): it can wait for her return.",
    },
    {
      ...praise,
      ...{ telling: "t1-judge", post: "service-manager", postTitle: "Service Manager", who: "Marek Kowalczyk" },
      ...{ how: "judge", state: "reached", at: report.reportedAt + 1_800_000 },
      note: "Priya Nair covers for Nadia Rahman until Friday 17 April",
    },
  ],
  may: ["see", "answer", "brief", "update"],
};

/** It is about somebody who works here (LCP-3.7). */
export const withheld: ReportView = {
  ...judge,
  judgement: null,
  category: "Concern about practice",
  what: "Visits are recorded that did not happen. Raised twice with the team's manager since the autumn.",
  withheld: [
    { who: ["Tunde Adeyemi", "Joanne Ashworth"], because: "subject" },
    { who: ["Ilinca Popescu"], because: "line-manager" },
  ],
  may: ["see", "acknowledge", "ask", "decide", "close"],
};

const { preview } = screens.preview;

/** The last screen while the Assistant Director is away, and of somebody who works here. */
export const judgedFirst: ScreenView = {
  ...screens.preview,
  preview: preview && {
    ...preview,
    ...{ category: "Concern about practice", caseRef: null, clauses: judge.clauses, watch: [], phone: false },
    ...{ missingSections: [], alsoConsider: [], asks: null, withheld: withheld.withheld ?? [] },
    lines: [
      {
        ...praise,
        ...{ post: "assistant-director", postTitle: "Assistant Director", who: ["Priya Nair"], how: "teams" },
        note: "Priya Nair covers for Nadia Rahman until Friday 17 April; Marek Kowalczyk is asked first to judge whether this is raised, by Monday 13 April, 3pm (W-X1)",
      },
    ],
  },
};
