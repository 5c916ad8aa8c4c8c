import { extra, nobody, referrer } from "../../domain/meeting/answers.ts";
import { type Ask, choice, text } from "../engine/ask.ts";
import type { Guard } from "../engine/screen.ts";
import { type At, type Here, withAnswers } from "./asking.ts";
import type { MeetingGuide } from "./guide.ts";

const ordinary = "ordinary";

const longerAsks = ({ guide, draft, asOf }: At): Ask[] => [
  choice({
    name: extra.longer,
    label: "Which limit?",
    initial: ordinary,
    options: [
      { value: ordinary, label: "The ordinary limit" },
      ...guide.longer(draft, asOf).map(({ clause, label }) => ({ value: clause, label })),
    ],
  }),
];

const takesLonger: Guard<MeetingGuide> = {
  says: "a longer limit was chosen",
  holds: ({ draft }) => (draft.answers[extra.longer] ?? ordinary) !== ordinary,
};

/** A longer limit is never taken by itself (WQ-10.1f). */
export const longer: Here = {
  purpose: "Whether a longer limit is taken, by name",
  asks: () => "A longer limit may be chosen here",
  explains: () =>
    "The ordinary limit runs unless you choose this one. A child who needs protection sooner needs the meeting sooner.",
  inputs: longerAsks,
  take: (at, taken) => withAnswers(at.draft, longerAsks(at), taken),
  buttons: [
    {
      answer: "continue",
      label: "Continue",
      tone: "primary",
      inputs: "read",
      routes: [{ when: takesLonger, to: "longerReason" }, { to: "people" }],
    },
  ],
};

const reasonAsks = (): Ask[] => [
  text({
    name: extra.longerReason,
    label: "Why is the longer limit right here?",
    hint: "It is kept with the deadline.",
    multiline: true,
    maxLength: 1000,
    words: { missing: "Write the reason, or go back and take the ordinary limit." },
  }),
];

export const longerReason: Here = {
  purpose: "Why the longer limit is taken",
  asks: () => "Why the longer limit?",
  inputs: reasonAsks,
  take: ({ draft }, taken) => withAnswers(draft, reasonAsks(), taken),
  buttons: [{ answer: "continue", label: "Continue", tone: "primary", inputs: "read", routes: [{ to: "people" }] }],
};

const contactAsks = ({ guide, draft, asOf }: At): Ask[] =>
  guide.agencies(draft, asOf).map(({ agency, label, contacts }) =>
    choice({
      name: extra.contact(agency),
      label,
      initial: agency === referrer ? nobody : (contacts[0]?.value ?? nobody),
      options: [
        ...contacts,
        {
          value: nobody,
          label: agency === referrer ? "None: not referred by an agency" : "I ask somebody else myself",
        },
      ],
    }),
  );

const arrangementAsks = ({ guide, draft, asOf }: At): Ask[] =>
  guide.asks(draft, asOf).map(({ clause, question }) =>
    text({
      name: extra.ask(clause),
      label: question,
      hint: `Left empty: no. (${clause})`,
      required: false,
      maxLength: 500,
    }),
  );

const peopleAsks = (at: At): Ask[] => [...contactAsks(at), ...arrangementAsks(at)];

/** PS-04, PS-05, WQ-10.2, and what WQ-10.5 and 10.6 ask to be arranged. */
export const people: Here = {
  purpose: "Whom to ask at each agency, and what has to be arranged",
  asks: () => "Who is asked to come?",
  explains: () => "These agencies are asked, never assumed. Their answers show on the meeting.",
  inputs: peopleAsks,
  take: (at, taken) => withAnswers(at.draft, peopleAsks(at), taken),
  buttons: [{ answer: "continue", label: "Continue", tone: "primary", inputs: "read", routes: [{ to: "check" }] }],
};

export const check: Here = {
  purpose: "The deadline and its clause, the chair, the agencies",
  asks: () => "Check before you ask for it",
  explains: ({ guide, draft, asOf }) => guide.summary(draft, asOf).join("\n"),
  settles: true,
  buttons: [
    { answer: "ask", label: "Ask for this meeting", tone: "primary", inputs: "keep", routes: [{ to: "ask" }] },
    { answer: "change", label: "Change the answers", tone: "plain", inputs: "keep", routes: [{ to: "about" }] },
    { answer: "discard", label: "Discard", tone: "quiet", inputs: "keep", routes: [{ to: "discard" }] },
  ],
};
