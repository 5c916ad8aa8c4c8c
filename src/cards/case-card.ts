import type { CaseView } from "../domain/case/view.ts";
import type { CaseStep } from "../domain/case/work.ts";
import { dayInWords } from "../time/say.ts";
import { act, box, card, coloured, heading, quiet, say, strong, subheading } from "./kit.ts";
import { sideBySide, tapRow } from "./kit-rows.ts";
import { onForm, onRecord } from "./record-verbs.ts";
import type { Action, Element, SpokenCard } from "./schema.ts";
import { typed } from "./text.ts";
import { capital } from "./when.ts";

const mostShown = 8;

const left: Element = box(
  [
    strong("This case is not in the last caseload."),
    say("Say what that means. Until then everything on it stays due."),
  ],
  { style: "warning" },
);

const dutiesOf = ({ ref, duties }: CaseView): Element[] => [
  subheading("Due"),
  ...(duties.length === 0 ? [quiet("Nothing is due now or in the coming days.")] : []),
  ...duties.slice(0, mostShown).map((duty) =>
    tapRow(
      [
        sideBySide(
          [strong(typed(duty.title))],
          [
            coloured(typed(capital(duty.timing)), duty.state === "overdue" ? "attention" : "default", {
              horizontalAlignment: "right",
            }),
          ],
        ),
        quiet(typed(duty.clause), { spacing: "none" }),
      ],
      act(typed(`Open: ${duty.title}`), "duty.open", { duty: duty.id, list: `case:${ref}`, page: 1 }),
    ),
  ),
];

const stepsOf = (view: CaseView): Element[] =>
  view.steps.length === 0
    ? []
    : [subheading("Actions still open"), ...view.steps.slice(0, mostShown).map((step) => stepPart(step, view))];

const stepPart = ({ id, what, who, by }: CaseStep, { ref, may }: CaseView): Element => {
  const sentence = say(typed(`${what} (${who}, by ${dayInWords(by)})`));
  const done = onRecord("Done", "record.step", { case: ref, step: id });
  return may.includes("confirm") ? sideBySide([sentence], [{ type: "ActionSet", actions: [done] }]) : sentence;
};

const recordsOf = ({ ref, records }: CaseView): Element[] =>
  records.length === 0
    ? []
    : [
        subheading("Records"),
        ...records
          .slice(0, mostShown)
          .map(({ id, title, on, by, confirmedAt }) =>
            tapRow(
              [
                strong(typed(title)),
                quiet(
                  typed(
                    [dayInWords(on), by, confirmedAt === null ? "not in the case system yet" : []].flat().join(" · "),
                  ),
                ),
              ],
              onRecord(typed(`Open: ${title}`), "record.open", { case: ref, record: id }),
            ),
          ),
      ];

const writing = ({ ref, writes }: CaseView): Action[] =>
  writes.map(({ happening, title }) =>
    onForm(
      `Write a record: ${title}`,
      "record.start",
      { caseRef: ref, happening, choose: "yes" },
      { associatedInputs: "none" },
    ),
  );

const settling = ({ ref, state, may }: CaseView): Action[] =>
  state === "left" && may.includes("settle")
    ? [
        act("It stays with us", "case.settle", { case: ref, decision: "stays" }, { style: "positive" }),
        act("It is closed", "case.settle", { case: ref, decision: "closed" }, { style: "destructive" }),
      ]
    : [];

/** A case as one person may see it: what is due on it, what is still open, and what becomes of one that has left. */
export const caseCard = (view: CaseView, notice: string | null = null): SpokenCard => {
  const { ref, state, worker } = view;
  return card({
    spoken: `Case ${ref}: ${String(view.duties.length)} due.`,
    body: [
      notice === null ? null : box([strong(typed(notice))], { style: "good" }),
      heading(typed(`Case ${ref}`)),
      say(typed([`Worker: ${worker ?? "nobody is allocated"}`, state === "closed" ? "closed" : []].flat().join(" · "))),
      state === "left" ? left : null,
      ...dutiesOf(view),
      ...stepsOf(view),
      ...recordsOf(view),
    ],
    actions: [...settling(view), ...writing(view)],
  });
};
