import type { ClauseView, ReportView } from "../domain/report/view.ts";
import { inWords } from "../time/say.ts";
import { box, coloured, heading, quiet, say, strong, subheading } from "./kit.ts";
import type { ColumnSet, Container, Element } from "./schema.ts";
import { cut, typed } from "./text.ts";
import { stateWords } from "./wording.ts";

/** "by Tuesday 7 April 2026 at 5pm", or that the policy states no limit. */
export const byWhen = (dueAt: number | null): string => (dueAt === null ? "no limit stated" : `by ${inWords(dueAt)}`);

/** Reference and category, with the state at the right: the same on every face of a report. */
export const reportHeading = (report: Pick<ReportView, "ref" | "category" | "state">): ColumnSet => {
  const { short, colour } = stateWords[report.state];
  return {
    type: "ColumnSet",
    columns: [
      {
        type: "Column",
        width: "stretch",
        items: [
          quiet(`Need to Know · ${report.ref}`, { spacing: "none" }),
          { ...heading(typed(report.category)), spacing: "none" },
        ],
      },
      {
        type: "Column",
        width: "auto",
        items: [coloured(short, colour, { horizontalAlignment: "right", wrap: false })],
      },
    ],
  };
};

/** "Acknowledged by Nadia Rahman, Friday 3 April 2026 at 4pm." for each who did, latest last. */
export const answeredBy = (report: ReportView): Element[] =>
  report.ledger.flatMap((line) =>
    line.state === "acknowledged" && line.at !== null
      ? [
          coloured(`Acknowledged by ${typed(line.who ?? line.postTitle)}, ${inWords(line.at)}`, "good", {
            spacing: "small",
          }),
        ]
      : [],
  );

/** One clause: plain title, deadline, official words, id, and the reading chosen where the words are open. */
const clauseRow = (clause: ClauseView, room: number, separator: boolean): Container =>
  box(
    [
      say(`**${typed(clause.title)}** — ${byWhen(clause.dueAt)}`),
      quiet(`Because: “${typed(cut(clause.words, room))}” (${typed(clause.id)})`),
      ...(clause.houseRule === null ? [] : [quiet(`House rule: ${typed(cut(clause.houseRule, room))}`)]),
    ],
    { separator, spacing: "small" },
  );

export const clauseList = (clauses: readonly ClauseView[], room: number): Container =>
  box(clauses.map((clause, index) => clauseRow(clause, room, index > 0)));

/** What must be told later if nothing changes. */
export const watchList = (watch: readonly ClauseView[]): Element[] =>
  watch.length === 0
    ? []
    : [
        subheading("Still watching"),
        ...watch.map((clause) =>
          say(
            `If nothing changes by ${clause.maturesAt === null ? "then" : inWords(clause.maturesAt)}: ${typed(clause.title)} (${typed(clause.id)})`,
            { spacing: "small" },
          ),
        ),
      ];

export const considerList = (consider: ReportView["alsoConsider"]): Element[] =>
  consider.length === 0
    ? []
    : [
        subheading("Also consider"),
        ...consider.map(({ what, dueAt }) =>
          say(dueAt === null ? typed(what) : `${typed(what)}, ${byWhen(dueAt)}`, { spacing: "small" }),
        ),
      ];

/** The briefing, with what is still missing marked rather than left out. */
export const briefingPart = (report: ReportView, room: number): Element[] =>
  report.briefing === null
    ? []
    : [
        subheading("Briefing"),
        ...report.briefing.flatMap(({ label, text }) => [
          strong(typed(label), { size: "small", spacing: "small" }),
          text === null
            ? coloured("Still to come", "warning", { spacing: "none" })
            : say(typed(cut(text, room)), { spacing: "none" }),
        ]),
      ];

/** Questions and answers in the order they were put. */
export const conversationPart = (report: ReportView, room: number): Element[] => {
  const said = [
    ...report.questions.map(({ by, at, question }) => ({ by, at, verb: "asked", text: question })),
    ...report.answers.map(({ by, at, text }) => ({ by, at, verb: "answered", text })),
  ].sort((a, b) => a.at - b.at);
  if (said.length === 0) return [];
  return [
    subheading("Questions and answers"),
    ...said.flatMap(({ by, at, verb, text }) => [
      quiet(`${typed(by)} ${verb}, ${inWords(at)}`),
      say(typed(cut(text, room)), { spacing: "none" }),
    ]),
  ];
};
