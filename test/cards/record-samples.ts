import { atLondon } from "../../src/time/london.ts";
import type { CaseView, RecordFormView, RecordView } from "../../src/domain/case/view.ts";

/** Views of records as the use cases hand them over. Ambershire's people, no child's name. */
const rule = (clause: string, words: string) => ({ clause, words });
const heading = (id: string, title: string, under: string | null = null, hint: string | null = null) => ({
  ...{ id, title, under, hint, optional: false },
});

export const supervisionForm: RecordFormView = {
  ...{ caseRef: "AMB-1042", duty: "PS-13:AMB-1042:2026-09-21", happening: "supervision-held", sitting: null },
  ...{ title: "Supervision", worker: "Daniel Okonkwo", circumstances: [], circumstance: null, place: null },
  rules: [
    rule("MO-03", "Next steps for workers should be SMART. ‘Ongoing’ as a timescale should not be used."),
    rule("WQ-7.3a", "A case supervision record is completed each time the case is supervised."),
  ],
  headings: [
    heading("significantEvents", "Significant events since the last supervision"),
    heading("keyDecisions", "Key decisions made"),
    heading("reflectiveChallenge", "Evidence of reflective challenge"),
    heading("riskToolR1", "Risk assessment tool R1", null, "What it showed. The tool itself is in the case system."),
    heading("positiveChange", "Is the help leading to a positive change for the child?"),
    heading("paceOfChange", "Is the pace of change appropriate for the child?"),
  ],
  actionRows: 6,
  open: [{ id: "r1.1", what: "Ask the school nurse", who: "School nurse", by: "2026-11-27" }],
  others: [
    { caseRef: "AMB-1045", timing: "8 days late" },
    { caseRef: "AMB-1046", timing: "due Monday 30 November" },
  ],
  typed: { on: "today" },
  refusals: {},
};

export const refusedForm: RecordFormView = {
  ...supervisionForm,
  place: { nth: 2, of: 3 },
  sitting: "several-1",
  others: [],
  typed: {
    ...{ on: "today", "h.significantEvents": "Moved school on 2 November.", "h.riskToolR1": "Medium, unchanged." },
    ...{ "h.keyDecisions": "", "h.reflectiveChallenge": "We asked what we would miss." },
    ...{ what1: "Visit the new school", who1: "Daniel Okonkwo", by1: "On-going – weekly", what3: "Call the GP" },
  },
  refusals: {
    "h.keyDecisions": 'Write something under "Key decisions made". (WQ-7.3a)',
    by1: '"On-going – weekly" means "ongoing", which is no timescale. Write the date by which this is done, such as "Friday" or "within 5 working days". (MO-03)',
    who3: "Write who does it: a name or a post. (MO-03)",
  },
};

/** As long as a form gets: every heading and row full. */
export const fullForm: RecordFormView = {
  ...supervisionForm,
  typed: {
    on: "today",
    ...Object.fromEntries(supervisionForm.headings.map(({ id }) => [`h.${id}`, "Words that fill it. ".repeat(108)])),
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6].flatMap((row) => [
        [`what${String(row)}`, "Something to be done at some length. ".repeat(6)],
        [`who${String(row)}`, "Daniel Okonkwo"],
        [`by${String(row)}`, "ongoing"],
      ]),
    ),
  },
  refusals: { by1: '"ongoing" is no timescale. (MO-03)' },
};

export const oversightForm: RecordFormView = {
  ...supervisionForm,
  ...{ duty: null, happening: "oversight-recorded", title: "Management oversight", others: [] },
  circumstances: [
    { clause: "MO-T01", title: "After a transfer to the team, within two days", due: true },
    { clause: "MO-T05", title: "Supervision was moved, or did not take place in time", due: false },
    { clause: "MO-T20", title: "Any other occasion on which a manager believes it right", due: false },
  ],
  headings: [
    heading("purpose", "Purpose", null, "Why you are recording oversight now."),
    heading("carePlan", "The child's care plan, and what drives it forward", "Purpose"),
    heading("worriedAbout", "What we are worried about", "Discussion"),
    heading("workingWell", "What is working well", "Discussion"),
    heading("needsToChange", "What needs to change", "Discussion"),
    heading("outcome", "Outcome"),
  ],
};

export const written: RecordView = {
  ...{ id: "r2", caseRef: "AMB-1042", title: "Supervision", on: "2026-11-24", by: "Joanne Ashworth" },
  headings: [
    { title: "Significant events since the last supervision", under: null, text: "Moved school on 2 November." },
    { title: "Key decisions made", under: null, text: "The plan goes on." },
  ],
  actions: [
    { id: "r2.1", what: "Visit the new school", who: "Daniel Okonkwo", by: "2026-11-27", done: false, carried: false },
    { id: "r2.2", what: "Call the GP", who: "Daniel Okonkwo", by: "2026-12-01", done: true, carried: false },
    { id: "r1.1", what: "Ask the school nurse", who: "School nurse", by: "2026-11-27", done: false, carried: true },
  ],
  confirmedAt: null,
  mayConfirm: true,
  paste: [
    "Supervision: AMB-1042",
    "Date: Tuesday 24 November 2026",
    "Recorded by: Joanne Ashworth",
    "",
    "Key decisions made",
    "The plan goes on.",
    "",
    "Actions",
    "1. Visit the new school. Who: Daniel Okonkwo. By: Friday 27 November 2026.",
  ].join("\n"),
};

/** As long as a record gets. */
export const longRecord: RecordView = {
  ...written,
  headings: fullForm.headings.map(({ id, title, under }) => ({ title, under, text: fullForm.typed[`h.${id}`] ?? "" })),
  paste: fullForm.headings.map(({ id, title }) => `${title}\n${fullForm.typed[`h.${id}`] ?? ""}`).join("\n\n"),
};

export const inCaseSystem: RecordView = { ...written, confirmedAt: atLondon("2026-11-24", "11:30") };

export const caseWithRecords: CaseView = {
  ...{ ref: "AMB-1042", state: "working", worker: "Daniel Okonkwo", duties: [] },
  records: [written, { ...inCaseSystem, id: "r1", on: "2026-10-20", title: "Management oversight" }],
  steps: written.actions.filter(({ done }) => !done).map(({ id, what, who, by }) => ({ id, what, who, by })),
  writes: [
    { happening: "supervision-held", title: "Supervision" },
    { happening: "oversight-recorded", title: "Management oversight" },
  ],
  may: ["see", "record", "confirm"],
};
