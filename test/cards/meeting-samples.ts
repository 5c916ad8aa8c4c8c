import type { MeetingForms, MeetingOffers, MeetingRow } from "../../src/domain/meeting/shown.ts";
import type { MeetingView } from "../../src/domain/meeting/view.ts";
import { atLondon } from "../../src/time/london.ts";

const at = (time: string, date = "2027-02-01") => atLondon(date, time);

const desk = (agency: string, name: string, title: string) => ({
  attendee: { kind: "agency", agency, name, email: `${agency}@${agency}.example` } as const,
  ...{ name, agency: title, chairs: false, cannotCome: null },
});
const ours = (id: string, name: string, chairs = false) => ({
  attendee: { kind: "person", id: `${id}@ambershire.example` } as const,
  ...{ name, agency: null, chairs, reply: null, cannotCome: null },
});

const clauses = ["PS-04", "WQ-10.2"];

export const asked: MeetingView = {
  id: "m1",
  ref: "SM-2027-0001",
  caseRef: "AMB-1042",
  title: "Strategy meeting",
  state: "asked",
  askedBy: "Ana Petrescu",
  askedAt: at("10:00"),
  deadlines: [
    {
      ...{
        clause: "PS-01",
        policy: "oversight-and-decisions",
        dueAt: at("09:00", "2027-02-02"),
        chosen: null,
        runs: true,
      },
      title: "Hold a strategy discussion within 24 hours of suspecting significant harm",
      words: "A strategy discussion will be held within 24 hours.",
      houseRule: "24 hours are elapsed hours, nights, weekends and holidays included.",
    },
    {
      ...{ clause: "WQ-10.1f", policy: "manager-standards", dueAt: at("17:00", "2027-02-08"), runs: false },
      title: "A particularly complex one takes place within 5 working days",
      words: "Up to 5 working days.",
      houseRule: null,
      chosen: { reason: "Three councils have to be there." },
    },
  ],
  dueAt: at("09:00", "2027-02-02"),
  slot: null,
  late: null,
  chair: { id: "ilinca.popescu@ambershire.example", name: "Ilinca Popescu", postTitle: "Team Manager" },
  attendees: [
    ours("ilinca.popescu", "Ilinca Popescu", true),
    { ...desk("police", "Child Abuse Investigation Unit (north)", "Police"), reply: "accepted" },
    { ...desk("health", "Safeguarding children team (north)", "Health"), reply: "declined" },
    { ...desk("education", "Safeguarding in education (north)", "School, nursery or other education"), reply: null },
    ours("ana.petrescu", "Ana Petrescu"),
  ],
  required: [
    { agency: "police", title: "Police", clauses, standing: "accepted" },
    { agency: "health", title: "Health", clauses, standing: "declined" },
    { agency: "education", title: "School, nursery or other education", clauses, standing: "unanswered" },
    { agency: "fostering", title: "Fostering service", clauses: ["PS-05"], standing: "nobody" },
  ],
  form: { form: "none" },
  arrangements: [{ clause: "WQ-10.5", what: "Is an interpreter needed, and for which language? Yes, Romanian" }],
  held: null,
  recordDueAt: null,
  record: null,
  recordedBy: null,
  circulated: null,
  cancelled: null,
  note: null,
  may: ["see", "time", "people", "telephone", "cancel", "chair"],
};

const slot = { from: at("14:00"), to: at("15:00") };

export const booked: MeetingView = {
  ...asked,
  state: "ready",
  slot,
  form: { form: "call", joinUrl: "https://teams.example/l/meetup-join/1" },
  note: "Ana Petrescu can't come: I am in court.",
  may: ["see", "time", "people", "telephone", "cancel", "cannotCome", "chair"],
};

export const byHand: MeetingView = {
  ...booked,
  state: "timed",
  late: "The paediatrician is away until then.",
  form: { form: "by-hand", joinUrl: null, why: "The chair's mailbox could not be found." },
};

export const telephone: MeetingView = {
  ...booked,
  form: {
    ...{ form: "telephone", state: "asked", reason: "Police have no video today.", by: "Ana Petrescu" },
    ...{ answeredBy: null, answer: null, clause: "PS-07" },
  },
  may: ["see", "authorise"],
};

const record = {
  headings: {
    "Reason for the strategy meeting": "A disclosure at school.",
    "Decision of the meeting": "Enquiries start today.",
  },
  actions: [{ what: "Visit the child", who: "Ana Petrescu", by: "2027-02-03" }],
  attended: ["ilinca.popescu@ambershire.example"],
  section47: true,
};

export const recorded: MeetingView = {
  ...booked,
  ...{ state: "recorded", held: slot, record, recordedBy: "Ilinca Popescu", note: null },
  recordDueAt: at("17:00", "2027-02-02"),
  may: ["see", "read", "record", "circulate"],
};

export const offers: MeetingOffers = {
  meeting: asked,
  why: null,
  offers: [
    {
      ...{ slot, hours: "working", late: false, short: false, busy: [] },
      free: ["Ilinca Popescu", "Ana Petrescu"],
      ask: ["Child Abuse Investigation Unit (north)", "Safeguarding children team (north)"],
    },
    {
      ...{ slot: { from: at("19:00"), to: at("19:30") }, hours: "evening", late: false, short: true },
      ...{ free: ["Ilinca Popescu"], busy: ["Ana Petrescu"], ask: [] },
    },
  ],
};

export const lateOffers: MeetingOffers = {
  ...offers,
  why: "The chair has no time before the deadline. These are the earliest times after it.",
  offers: offers.offers.map((offer) => ({ ...offer, late: true })),
};

export const rows: readonly MeetingRow[] = [
  {
    ...{ id: "m1", ref: "SM-2027-0001", caseRef: "AMB-1042", title: "Strategy meeting", state: "ready" },
    ...{ from: slot.from, dueAt: asked.dueAt },
  },
  {
    ...{ id: "m2", ref: "SM-2027-0002", caseRef: "AMB-1042", title: "Complex strategy meeting", state: "asked" },
    ...{ from: null, dueAt: asked.dueAt },
  },
];

const heading = (name: string, title: string, more: { under?: string; refusal?: string; value?: string } = {}) => ({
  ...{ name: `h.${name}`, title, clause: "WQ-10.4", optional: false },
  ...{ under: more.under ?? null, value: more.value ?? "", refusal: more.refusal ?? null },
});

export const recordForm: MeetingForms = {
  ...{ meeting: { ...recorded, state: "held", record: null }, part: 1, parts: 4, last: null, wanting: [] },
  headings: [
    heading("strategyReason", "Reason for the strategy meeting", { value: "A disclosure at school." }),
    heading("informationShared", "Information shared"),
    heading("riskAnalysis", "Analysis of the risk to the child", { refusal: "Write this heading. (WQ-10.4)" }),
    heading("legalAction", "Is legal action needed?", { under: "Decisions" }),
  ],
};

export const fullForm: MeetingForms = {
  ...recordForm,
  headings: [1, 2, 3, 4, 5].map((n) =>
    heading(`h${String(n)}`, `Heading ${String(n)}`, { value: "Said. ".repeat(500) }),
  ),
};

export const lastForm: MeetingForms = {
  ...{ ...recordForm, part: 4, headings: [] },
  wanting: ["Analysis of the risk to the child: Write this heading. (WQ-10.4)"],
  last: {
    people: asked.attendees.map(({ name }, index) => ({ value: String(index), name })),
    ...{ attended: ["0"], others: "The school's head", section47: null },
    actions: [
      { what: "Visit the child", who: "Ana Petrescu", by: "soon" },
      ...[2, 3, 4].map(() => ({ what: "", who: "", by: "" })),
    ],
    refusals: { section47: "Say whether section 47 enquiries start.", by1: "Write a date." },
  },
};
