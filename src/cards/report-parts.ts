import type { Instant } from "../domain/instants.ts";
import type { ClauseView, ReportView } from "../domain/report/view.ts";
import { inWords } from "../time/say.ts";
import { box, coloured, heading, quiet, say, strong, subheading } from "./kit.ts";
import { sideBySide } from "./kit-rows.ts";
import type { ColumnSet, Container, Element, TextBlock } from "./schema.ts";
import { cut, listed, typed } from "./text.ts";
import { byWhen, capital, shortly } from "./when.ts";
import { stateWords } from "./wording.ts";

/** Reference and category, with the state at the right: the same on every face of a report. */
export const reportHeading = (report: Pick<ReportView, "ref" | "category" | "state">): ColumnSet => {
  const { short, colour } = stateWords[report.state];
  return sideBySide(
    [
      quiet(`Need to Know · ${report.ref}`, { spacing: "none" }),
      { ...heading(typed(report.category)), spacing: "none" },
    ],
    [coloured(short, colour, { horizontalAlignment: "right", wrap: false })],
  );
};

/** "Acknowledged by Nadia Rahman, Friday 3 April 2026 at 4pm." for each who did, latest last. */
export const answeredBy = (report: ReportView): Element[] =>
  report.ledger.flatMap((line) =>
    line.state === "acknowledged" && line.at !== null
      ? [
          coloured(
            `Acknowledged by ${typed(line.who ?? line.postTitle)}, ${shortly(line.at, report.reportedAt)}`,
            "good",
            {
              spacing: "small",
            },
          ),
        ]
      : [],
  );

/** One clause: plain title, deadline, official words, id, and the reading chosen where the words are open. */
const clauseRow = (clause: ClauseView, near: Instant, room: number): Container =>
  box(
    [
      strong(typed(clause.title)),
      say(capital(byWhen(clause.dueAt, near)), { spacing: "none" }),
      quiet(`Because: “${typed(cut(clause.words, room))}” (${typed(clause.id)})`),
      ...(clause.houseRule === null ? [] : [quiet(`**House rule:** ${typed(cut(clause.houseRule, room))}`)]),
    ],
    { spacing: "default" },
  );

export const clauseList = (clauses: readonly ClauseView[], near: Instant, room: number): Container =>
  box(clauses.map((clause) => clauseRow(clause, near, room)));

const bullet = (text: string): TextBlock => say(`• ${text}`, { spacing: "small" });
export const bullets = (texts: readonly string[]): TextBlock[] => texts.map(bullet);

/** What was asked and answered, one under the other: on a telephone two columns leave room for neither. */
export const detailsPart = ({ details }: ReportView): Element[] =>
  details.flatMap(({ label, value }) => [
    quiet(typed(label), { spacing: "default" }),
    say(typed(value), { spacing: "none" }),
  ]);

/** What must be told later if nothing changes. */
export const watchList = (watch: readonly ClauseView[], near: Instant): Element[] =>
  watch.length === 0
    ? []
    : [
        subheading("Still watching"),
        ...watch.map(({ maturesAt, title, id, told = [] }) => {
          const then = `If nothing changes by ${maturesAt === null ? "then" : inWords(maturesAt, near)}`;
          const whom = told.length === 0 ? then : `${then}, I tell ${typed(listed(told))}`;
          return bullet(`${whom}: ${typed(title)} (${typed(id)})`);
        }),
      ];

export const considerList = (consider: ReportView["alsoConsider"], near: Instant): Element[] =>
  consider.length === 0
    ? []
    : [
        subheading("Also consider"),
        ...consider.map(({ what, dueAt }) =>
          bullet(dueAt === null ? typed(what) : `${typed(what.replace(/\.$/, ""))}, ${byWhen(dueAt, near)}`),
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
    ...(report.updates ?? []).map(({ by, at, text }) => ({ by, at, verb: "sent an update", text })),
  ].sort((a, b) => a.at - b.at);
  const next = report.updateDueAt ?? null;
  const expected = next === null ? [] : [quiet(`Next update expected ${byWhen(next, report.reportedAt)}`)];
  if (said.length === 0) return expected;
  return [
    subheading("Since then"),
    ...expected,
    ...said.flatMap(({ by, at, verb, text }) => [
      quiet(`${typed(by)} ${verb}, ${shortly(at, report.reportedAt)}`),
      say(typed(cut(text, room)), { spacing: "none" }),
    ]),
  ];
};
