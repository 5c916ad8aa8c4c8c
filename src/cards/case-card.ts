import type { CaseView } from "../domain/case/view.ts";
import { dayInWords } from "../time/say.ts";
import { act, box, card, coloured, heading, quiet, say, strong, subheading } from "./kit.ts";
import { sideBySide, tapRow } from "./kit-rows.ts";
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

const stepsOf = ({ steps }: CaseView): Element[] =>
  steps.length === 0
    ? []
    : [
        subheading("Actions still open"),
        ...steps.slice(0, mostShown).map(({ what, who, by }) => say(typed(`${what} (${who}, by ${dayInWords(by)})`))),
      ];

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
    ],
    actions: settling(view),
  });
};
