import type { AskView } from "../../src/domain/case/notice.ts";
import type { CaseView, DutyView, HappeningView, MoveFormView } from "../../src/domain/case/view.ts";

const words = "A record of supervision will be recorded on each child's file at a minimum of every eight weeks";

export const where = { list: "2026-04-07:joanne.ashworth@ambershire.example", page: 1 } as const;

export const duty: DutyView = {
  id: "PS-13:AMB-1042:2026-02-02",
  caseRef: "AMB-1042",
  title: "Supervise every child at least every eight weeks",
  clause: "PS-13",
  words,
  houseRule: "It counts from the last supervision that is known, or else from the latest of when the plan began.",
  worker: "Daniel Okonkwo",
  owners: ["Joanne Ashworth"],
  dueAt: null,
  state: "overdue",
  timing: "8 days late",
  lastDone: "2026-02-02",
  urgent: false,
  stage: null,
  note: "Joanne Ashworth put it off to Friday 10 April: In court until then",
  meets: { happening: "supervision-held", title: "Supervision was held", records: true },
  reports: null,
  may: ["see", "record", "complete", "snooze", "move", "give", "lessen"],
};

export const visit: DutyView = {
  ...duty,
  id: "WQ-8.1d:AMB-1042:2026-03-24",
  title: "A child on a protection plan is visited every 2 weeks",
  clause: "WQ-8.1d",
  words: "Children subject to a child protection plan must be visited at least every two weeks.",
  houseRule: null,
  state: "today",
  timing: "due today by 5pm",
  note: null,
  meets: { happening: "visit-done", title: "The child was visited", records: false },
  may: ["see", "complete", "snooze", "give"],
};

export const toReport: DutyView = {
  ...visit,
  id: "W-N2K-10:AMB-1059:2026-09-06",
  caseRef: "AMB-1059",
  title: "Child protection case without a worker",
  clause: "W-N2K-10",
  words: "CP cases unallocated",
  worker: null,
  owners: [],
  meets: null,
  reports: "A case is unallocated. A child on a protection plan has no worker. AMB-1059",
  may: ["see", "snooze"],
};

export const moving: MoveFormView = {
  duty,
  rule: {
    clause: "MO-T05",
    words:
      "Re-scheduled a worker’s supervision for unavoidable reasons. This will include an overview of how any risk is being managed, drift or delay with the plan is addressed, and ensuring that arrangements are in place for the child to be seen within timescales.",
  },
  headings: [
    { id: "riskManaged", title: "How any risk is being managed", hint: null },
    { id: "driftAddressed", title: "How drift or delay with the plan is addressed", hint: null },
    { id: "childSeen", title: "What is arranged for the child to be seen within timescales", hint: null },
  ],
  typed: { moveTo: "Thursday", riskManaged: "Daily calls to the foster carer & <school>" },
  others: [
    { duty: "PS-13:AMB-1043:2026-02-06", caseRef: "AMB-1043" },
    { duty: "PS-13:AMB-1045:2026-02-09", caseRef: "AMB-1045" },
  ],
};

export const asking: HappeningView = {
  caseRef: "AMB-1042",
  happening: "strategy-discussion-needed",
  title: "A strategy discussion is needed",
  when: "07/04/2026 10:00",
  on: null,
  questions: [
    {
      name: "suspectedAt",
      asks: "When was there cause to suspect significant harm?",
      hint: "Leave empty if it is not known. Such as: today 10.15am",
      options: [],
      value: "",
    },
    {
      name: "seriousRisk",
      asks: "Is the child at serious risk?",
      hint: null,
      options: [
        { value: "yes", label: "Yes" },
        { value: "no", label: "No" },
      ],
      value: "",
    },
  ],
  started: [],
  ended: [],
  report: null,
};

export const happened: HappeningView = {
  ...asking,
  happening: "visit-done",
  title: "The child was visited",
  on: "Monday 6 April",
  questions: [],
  started: [
    {
      clause: "WQ-8.1d",
      title: "A child on a protection plan is visited every 2 weeks",
      timing: "due by the end of Monday 20 April",
    },
  ],
  ended: [
    {
      clause: "WQ-8.1d",
      title: "A child on a protection plan is visited every 2 weeks",
      timing: "2 days after it was due",
    },
  ],
};

export const take: AskView = {
  asks: "take",
  caseRef: "AMB-1042",
  id: "g1",
  from: "Joanne Ashworth",
  title: duty.title,
  clause: "PS-13",
  words,
  detail: "was due Monday 30 March, 11:59pm",
  reason: "You know the family, and I am in court all week.",
  until: null,
};

export const approve: AskView = {
  ...take,
  asks: "approve",
  id: "a1",
  detail: "every 12 weeks until Tuesday 30 June",
  reason: "On remand: seen weekly by the secure unit's own staff.",
  until: "2026-06-30",
};

export const leftCase: CaseView = {
  ref: "AMB-1042",
  state: "left",
  worker: "Daniel Okonkwo",
  duties: [duty, visit],
  records: [],
  steps: [{ id: "s1", what: "Hold a family meeting", who: "Daniel Okonkwo", by: "2026-04-17" }],
  may: ["see", "settle"],
  writes: [],
};
