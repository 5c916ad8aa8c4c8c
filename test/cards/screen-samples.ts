import type { Preview } from "../../src/domain/report/view.ts";
import type { ScreenView } from "../../src/domain/screen.ts";
import { report, reportedAt, tuesday } from "./samples.ts";

export const preview: Preview = {
  asOf: reportedAt,
  category: "Missing child",
  caseRef: "AMB-1042",
  clauses: report.clauses,
  watch: report.watch,
  lines: [
    {
      post: "assistant-director",
      postTitle: "Assistant Director",
      who: ["Nadia Rahman"],
      how: "phone",
      clauses: ["W-N2K-P4"],
      leaveAt: reportedAt,
      dueAt: reportedAt,
      note: null,
    },
    {
      post: "assistant-director",
      postTitle: "Assistant Director",
      who: ["Nadia Rahman"],
      how: "teams",
      clauses: ["W-N2K-06", "W-N2K-07"],
      leaveAt: reportedAt,
      dueAt: tuesday,
      note: null,
    },
    {
      post: "director",
      postTitle: "Director of Children's Social Care",
      who: ["Joan Sykes"],
      how: "brief",
      clauses: ["LCP-P5"],
      leaveAt: tuesday,
      dueAt: null,
      note: "Nobody holds this post. Told instead: Head of Service.",
    },
  ],
  phone: true,
  briefingOwed: true,
  missingSections: ["action", "updateExpected"],
  alsoConsider: report.alsoConsider,
  asks: { question: "Is the child still missing?", at: [reportedAt + 86_400_000, reportedAt + 2 * 86_400_000] },
};

const screen = (more: Partial<ScreenView>): ScreenView => ({
  draft: "d1",
  screen: "when",
  step: 2,
  title: "When did the child go missing?",
  intro: "Every deadline counts from this answer.",
  refusal: null,
  inputs: [],
  buttons: [],
  preview: null,
  ...more,
});
const goOn = { answer: "continue", label: "Continue", tone: "primary" } as const;
const back = { answer: "back", label: "Back", tone: "quiet" } as const;

export const screens = {
  suggestions: screen({
    screen: "suggestions",
    title: "Is it one of these?",
    intro: "Pick the nearest: I check the whole policy, not only the one you pick.",
    buttons: [
      { answer: "pick:child-missing", label: "A child is missing", tone: "plain" },
      {
        answer: "pick:child-serious-harm",
        label: "A child has been seriously hurt, has self-harmed or is at serious risk",
        tone: "plain",
      },
      { answer: "none", label: "None of these", tone: "plain" },
      { answer: "not-sure", label: "I'm not sure", tone: "plain" },
      back,
    ],
  }),
  when: screen({
    inputs: [
      {
        type: "date-and-time",
        name: "missingSince",
        label: "Date and time",
        hint: "If you are not sure, give the last time anybody saw them.",
        required: true,
        value: "tomorrow 5pm",
        refusal: "That hasn't happened yet. When did you first know?",
      },
    ],
    buttons: [goOn, back],
  }),
  details: screen({
    screen: "details",
    title: "A child is missing (1 of 2)",
    intro: "Counting from Friday 3 April 2026, 4pm.",
    inputs: [
      {
        type: "text",
        name: "caseRef",
        label: "Case reference",
        hint: "Like AMB-1042. If there is no case yet, type: none.",
        required: true,
        value: "AMB-1042",
        refusal: null,
        multiline: false,
        maxLength: 40,
      },
      {
        type: "choices",
        name: "status",
        label: "What is the child's status with us?",
        hint: "Choose all that apply. If nobody has checked yet, say so. We then tell everyone who might need to know.",
        required: true,
        value: "cla",
        refusal: null,
        options: [
          { value: "cp", label: "On a child protection plan" },
          { value: "cla", label: "Looked after by us" },
          { value: "cla-other-council", label: "Looked after by another council, placed in our area" },
          { value: "not-checked", label: "I don't know, or nobody has checked yet" },
        ],
      },
    ],
    buttons: [goOn, back],
  }),
  briefing: screen({
    screen: "briefing",
    title: "Briefing for the Director",
    intro: "The policy asks for these five things. If speed matters, send now and add them afterwards.",
    inputs: [
      {
        type: "text",
        name: "basics",
        label: "About the child, and their legal status",
        hint: "The case reference is enough: no names.",
        required: true,
        value: "AMB-1042",
        refusal: null,
        multiline: true,
        maxLength: 2000,
      },
      {
        type: "text",
        name: "contact",
        label: "Who can say more?",
        hint: null,
        required: true,
        value: "",
        refusal: "Write this section, or choose “Send now, details later”.",
        multiline: false,
        maxLength: 2000,
      },
    ],
    buttons: [goOn, { answer: "later", label: "Send now, details later", tone: "plain" }, back],
  }),
  preview: screen({
    screen: "preview",
    title: "Check before it is sent",
    intro: "Nothing has been sent yet. Counting from Friday 3 April 2026, 4pm.",
    preview,
    buttons: [
      { answer: "confirm", label: "Tell them now", tone: "primary" },
      { answer: "change", label: "Change something", tone: "plain" },
      { answer: "discard", label: "Discard", tone: "quiet" },
    ],
  }),
} as const;
