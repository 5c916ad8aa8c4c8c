import type { DigestView, DutyView } from "../../src/domain/case/view.ts";
import { atLondon } from "../../src/time/london.ts";

const base: DutyView = {
  id: "PS-13:AMB-1042:2026-02-02",
  caseRef: "AMB-1042",
  title: "Supervise every child at least every eight weeks",
  clause: "PS-13",
  words: "A record of supervision will be recorded on each child's file at a minimum of every eight weeks",
  houseRule: null,
  worker: "Daniel Okonkwo",
  owners: ["Joanne Ashworth"],
  dueAt: atLondon("2026-03-30", "23:59"),
  state: "overdue",
  timing: "8 days late",
  lastDone: "2026-02-02",
  urgent: true,
  stage: null,
  note: null,
  meets: { happening: "supervision-held", title: "Supervision was held", records: true },
  may: ["see", "record", "snooze", "move", "give"],
};

const rows: readonly DutyView[] = [
  base,
  {
    ...base,
    id: "PS-13:AMB-1055:2026-02-03",
    caseRef: "AMB-1055",
    urgent: false,
    timing: "7 days late",
    note: "Overdue since Monday 30 March. Told: Joanne Ashworth on Wednesday 1 April; then Priya Nair on Tuesday 7 April",
  },
  {
    ...base,
    id: "WQ-8.1b:AMB-1048:2026-03-10",
    caseRef: "AMB-1048",
    title: "A child in need is visited every 4 weeks",
    clause: "WQ-8.1b",
    urgent: false,
    state: "today",
    timing: "due today",
    worker: "Aisha Malik",
    meets: { happening: "visit-done", title: "The child was visited", records: false },
  },
  {
    ...base,
    id: "MO-T01:AMB-1061:2026-04-05",
    caseRef: "AMB-1061",
    title: "Management oversight after a transfer to the team",
    clause: "MO-T01",
    urgent: false,
    state: "today",
    timing: "due today",
    worker: null,
    note: "AMB-1061 has no worker, so the manager of its team is asked.",
  },
  {
    ...base,
    id: "W-EXP-2:joanne.ashworth@ambershire.example:2026-04-06",
    caseRef: null,
    worker: null,
    title: "Monitor caseloads and collate them for the teams",
    clause: "W-EXP-2",
    urgent: false,
    state: "soon",
    timing: "due Friday 10 April",
  },
];

export const digest: DigestView = {
  id: "2026-04-07:joanne.ashworth@ambershire.example",
  person: "joanne.ashworth@ambershire.example",
  whose: null,
  on: "2026-04-07",
  counts: { overdue: 6, today: 9, soon: 5 },
  duties: rows,
  page: 1,
  pages: 3,
  gaps: [],
};

/** A service manager's, with gaps to mend. */
export const withGaps: DigestView = {
  ...digest,
  gaps: [
    "Daniel Okonkwo, who has cases, has no line manager on the staff list.",
    "AMB-1071 is allocated to w.jones@ambershire.example, who is not on the staff list.",
  ],
  duties: rows.slice(0, 2),
  counts: { overdue: 2, today: 0, soon: 0 },
  pages: 1,
};

/** Passed on to the manager's manager, because Teams refuses the manager. */
export const passedOn: DigestView = { ...digest, whose: "Joanne Ashworth", page: 2 };

export const nothingDue: DigestView = {
  ...digest,
  id: "mine",
  counts: { overdue: 0, today: 0, soon: 0 },
  duties: [],
  pages: 1,
};

const long =
  "A title that goes on for as long as a policy lets it, with its reasons and its exceptions, to the end. ".repeat(2);

/** As long as a page gets. */
export const longDigest: DigestView = {
  ...withGaps,
  duties: Array.from({ length: 8 }, (_, n) => ({
    ...base,
    id: `${base.id}~${String(n)}`,
    title: long,
    note: long.repeat(4),
    stage: "at 20 working days",
  })),
  pages: 40,
  page: 20,
};

export const overdue: DutyView = { ...base, timing: "late since earlier today" };
export const overdueAgain: DutyView = {
  ...base,
  timing: "22 days late",
  note: "Overdue since Monday 30 March. Told: Joanne Ashworth on Tuesday 31 March; then Joanne Ashworth on Thursday 2 April; then Priya Nair on Thursday 9 April",
};
