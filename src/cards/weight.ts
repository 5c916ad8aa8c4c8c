import type { ReportView } from "../domain/report/view.ts";
import type { ScreenView } from "../domain/screen.ts";
import { cardLimit } from "./kit.ts";

/**
 * An upper bound of a card's bytes, from counting alone: to write the card out only to see how long it is would take
 * longer than to build it. Bounds, not estimates: a test holds them against what is really written.
 */
const frame = 6500;
/** A character escaped for Markdown and again for JSON, or one of several bytes. */
const eachCharacter = 4;

const within = (rows: number, characters: number): boolean => frame + rows + characters * eachCharacter <= cardLimit;

const sum = <T>(items: readonly T[], count: (item: T) => number): number => {
  let total = 0;
  for (const item of items) total += count(item);
  return total;
};

const clauseText = ({ title, words, houseRule }: ReportView["clauses"][number]): number =>
  title.length + words.length + (houseRule?.length ?? 0);

/** Whether every face of this report fits without cutting anything. False means only that it has to be measured. */
export const reportFits = (report: ReportView): boolean => {
  const { clauses, watch, ledger, timeline, questions, answers, details, alsoConsider, joined, withheld = [] } = report;
  const briefing = report.briefing ?? [];
  const small = watch.length + questions.length + answers.length + details.length + alsoConsider.length;
  const said = joined.flatMap(({ by, what, details }) => [{ label: by, value: what }, ...details]);
  const rows =
    ledger.length * 750 +
    clauses.length * 550 +
    briefing.length * 450 +
    timeline.length * 400 +
    withheld.length * 400 +
    (report.judgement == null ? 0 : 2200) +
    (small + 2 * said.length) * 250;
  const characters =
    report.what.length +
    report.refreshFor.length * 40 +
    sum(clauses, clauseText) +
    sum(watch, clauseText) +
    sum(ledger, ({ note, who, postTitle }) => (note?.length ?? 0) + (who?.length ?? 0) + postTitle.length) +
    sum(timeline, ({ text }) => text.length) +
    sum(questions, ({ question }) => question.length) +
    sum(answers, ({ text }) => text.length) +
    sum(briefing, ({ text, label }) => (text?.length ?? 0) + 2 * label.length) +
    sum(withheld, ({ who }) => who.join().length) +
    (report.judgement?.why.length ?? 0) +
    3 * (report.judgement?.postTitle.length ?? 0) +
    sum(said, ({ label, value }) => label.length + value.length) +
    sum(details, ({ label, value }) => label.length + value.length) +
    sum(alsoConsider, ({ what }) => what.length);
  return within(rows, characters);
};

const inputText = (input: ScreenView["inputs"][number]): number =>
  input.label.length +
  input.value.length +
  (input.hint?.length ?? 0) +
  (input.refusal?.length ?? 0) +
  ("options" in input ? sum(input.options, ({ value, label }) => value.length + label.length + 20) : 0);

/** The same for a screen. */
export const screenFits = ({ intro, title, inputs, buttons, preview }: ScreenView): boolean => {
  const lines = preview?.lines ?? [];
  const clauses = [...(preview?.clauses ?? []), ...(preview?.watch ?? [])];
  const consider = preview?.alsoConsider ?? [];
  const characters =
    title.length +
    (intro?.length ?? 0) +
    sum(inputs, inputText) +
    sum(buttons, ({ label }) => 3 * label.length) +
    sum(clauses, clauseText) +
    sum(lines, ({ note, postTitle, who }) => (note?.length ?? 0) + postTitle.length + sum(who, (name) => name.length)) +
    sum(preview?.withheld ?? [], ({ who }) => who.join().length) +
    sum(consider, ({ what }) => what.length);
  const rows =
    (preview?.withheld ?? []).length * 400 +
    inputs.length * 500 +
    buttons.length * 650 +
    (lines.length + clauses.length) * 550 +
    consider.length * 250;
  return within(rows, characters);
};
