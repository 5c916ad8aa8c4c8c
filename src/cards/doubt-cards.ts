import type { DoubtView } from "../domain/doubt/doubt.ts";
import { inWords } from "../time/say.ts";
import { act, box, card, form, heading, quiet, say, strong } from "./kit.ts";
import type { Action, Element, SpokenCard, TextInput } from "./schema.ts";
import { cut, listed, typed } from "./text.ts";

export const doubtVerbs = ["doubt.report", "doubt.judge"] as const;
export type DoubtVerb = (typeof doubtVerbs)[number];

const reasonInput = (value: string): TextInput => ({
  type: "Input.Text",
  id: "why",
  label: "Why is this not Need-to-Know?",
  isMultiline: true,
  maxLength: 2000,
  isRequired: true,
  errorMessage: "Write the reason first.",
  ...(value === "" ? {} : { value }),
});

/** A notice over the card, and what was typed into the form that was not taken. */
export interface DoubtNotice {
  readonly text: string;
  readonly reason?: string;
}

const actionsOf = ({ id, may }: DoubtView, reason: string): Action[] =>
  may
    ? [
        act("Turn it into a report", "doubt.report", { doubt: id }, { style: "positive", associatedInputs: "none" }),
        form("Not Need-to-Know", [reasonInput(reason)], [act("Record this", "doubt.judge", { doubt: id })]),
      ]
    : [];

const standing = ({ outcome, openedBy, note }: DoubtView): Element[] => {
  if (outcome !== null) return [box([strong(typed(outcome))], { style: "good" })];
  const opened =
    openedBy === null ? [] : [box([say(typed(`${openedBy} has begun a report of it.`))], { style: "emphasis" })];
  return [...opened, ...(note === null ? [] : [box([say(typed(`${note}.`))], { style: "warning" })])];
};

/** To the line manager: what somebody is not sure about, and what may be done with it (LCP-P10). */
export const doubtCard = (view: DoubtView, notice: DoubtNotice | null = null): SpokenCard =>
  card({
    spoken: `${view.askedBy} is not sure whether something is Need-to-Know, and asks you.`,
    body: [
      notice === null ? null : box([strong(typed(notice.text))], { style: "warning" }),
      heading(`${typed(view.askedBy)} is not sure`),
      quiet([`Asked ${inWords(view.askedAt)}`, view.caseRef ?? []].flat().map(typed).join(" · ")),
      say(typed(cut(view.text, 2500))),
      ...standing(view),
      quiet("If in doubt, staff discuss it with their line manager (LCP-P10). Your answer and its reason are kept."),
    ],
    actions: actionsOf(view, notice?.reason ?? ""),
  });

/** To whoever asked: who has it now. */
export const doubtAskedCard = (view: DoubtView): SpokenCard => {
  const who = listed(view.asked);
  const sentence =
    who === ""
      ? "Nobody could be found to ask. Telephone, and do not wait for an answer here."
      : `I've asked ${who} whether this is Need-to-Know. You hear what they decide.`;
  return card({
    spoken: sentence,
    body: [
      heading("You are not sure"),
      say(typed(sentence)),
      ...standing(view),
      say(typed(cut(view.text, 2500)), { isSubtle: true }),
      quiet("If a child may be in danger now, telephone and do not wait. You can still report it yourself."),
    ],
  });
};

const decisionPart = (view: DoubtView): Element =>
  box([
    strong(typed(view.outcome ?? "")),
    quiet([`Asked by ${view.askedBy}`, inWords(view.askedAt), view.caseRef ?? []].flat().map(typed).join(" · ")),
    say(typed(cut(view.text, 300)), { isSubtle: true }),
  ]);

/** What was judged not to be Need-to-Know, and why: for those who took part, and for whoever oversees. */
export const decisionsCard = (views: readonly DoubtView[]): SpokenCard =>
  card({
    spoken: views.length === 0 ? "No decisions to show." : "What was judged not to be Need-to-Know, newest first.",
    body: [
      heading("Judged not Need-to-Know"),
      ...(views.length === 0 ? [say("There is nothing here that you took part in.")] : views.map(decisionPart)),
    ],
  });
