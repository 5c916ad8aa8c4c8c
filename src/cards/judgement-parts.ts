import type { ReportView, WithheldView } from "../domain/report/view.ts";
import { inWords } from "../time/say.ts";
import { box, quiet, say, strong } from "./kit.ts";
import type { ChoiceSet, Element } from "./schema.ts";
import { listed, typed } from "./text.ts";

/** Above everything else on the card: what is asked of the reader, by when, and what silence brings (W-X1). */
export const judgementPart = ({ judgement, reportedAt }: ReportView): Element[] => {
  if (judgement == null) return [];
  const { postTitle, why, judgeBy, clause } = judgement;
  return [
    box(
      [
        strong(`You are asked to judge: is the covering ${typed(postTitle)} told?`),
        say(`${typed(why)}. Record your judgement by ${inWords(judgeBy, reportedAt)}, or they are told without it.`),
        quiet(`Because: ${typed(clause)}`),
      ],
      { style: "emphasis" },
    ),
  ];
};

/** The two things that can be judged. */
export const judgementChoice = ({ judgement }: ReportView): ChoiceSet => ({
  type: "Input.ChoiceSet",
  id: "raise",
  label: "What is to happen?",
  style: "expanded",
  wrap: true,
  isRequired: true,
  errorMessage: "Choose one.",
  choices: [
    { title: `Tell the covering ${judgement?.postTitle ?? "person"}`, value: "yes" },
    { title: "Do not raise", value: "no" },
  ],
});

const whyWithheld = {
  subject: "you said that it is about them",
  "line-manager": "the policy passes over the line manager of whoever reports this",
} as const satisfies Record<WithheldView["because"], string>;

const whyWithheldFromOthers = {
  subject: "it is about them",
  "line-manager": "the policy passes over the line manager of whoever reported it",
} as const satisfies Record<WithheldView["because"], string>;

/** Who is not told and cannot see it, before it is sent (`ahead`) or on the report (LCP-3.7). */
export const withheldPart = (withheld: readonly WithheldView[] = [], ahead = false): Element[] =>
  withheld.map(({ who, because }) => {
    const why = (ahead ? whyWithheld : whyWithheldFromOthers)[because];
    return say(`**Not told, and cannot see it:** ${typed(listed(who))}, because ${why}.`, { spacing: "small" });
  });
