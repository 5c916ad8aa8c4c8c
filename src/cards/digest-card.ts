import type { DigestView, DutyView } from "../domain/case/view.ts";
import { dayInWords } from "../time/say.ts";
import { act, box, card, coloured, heading, quiet, say, strong, subheading } from "./kit.ts";
import { tapRow } from "./kit-rows.ts";
import type { Action, Colour, Element, SpokenCard } from "./schema.ts";
import { cut, typed } from "./text.ts";
import { capital } from "./when.ts";

type State = DutyView["state"];

const headings = { overdue: "Overdue", today: "Today", soon: "Coming up", later: "Later" } as const satisfies Record<
  State,
  string
>;
const colours = { overdue: "attention", today: "warning", soon: "default", later: "default" } as const satisfies Record<
  State,
  Colour
>;

/** "2 overdue, 1 due today, 4 coming up"; "nothing" when there is none of them. */
const tally = ({ counts: { overdue, today, soon } }: DigestView): string => {
  const parts = [
    overdue > 0 ? `${String(overdue)} overdue` : [],
    today > 0 ? `${String(today)} due today` : [],
    soon > 0 ? `${String(soon)} coming up` : [],
  ].flat();
  return parts.length === 0 ? "nothing" : parts.join(", ");
};

const about = ({ caseRef, worker, clause, stage, urgent }: DutyView): string =>
  [caseRef ?? [], worker ?? [], stage ?? [], clause, urgent ? "child protection plan" : []]
    .flat()
    .map(typed)
    .join(" · ");

/** The duty's own card says it whole. */
const shortened = (note: string): string => (note.length <= 240 ? note : `${note.slice(0, 239).trimEnd()}…`);

/** One row: what, how late, whose, which clause. It opens the duty on the same card. */
const row = (duty: DutyView, list: string, page: number): Element => {
  const { title, timing, note, state } = duty;
  // Under the title and not beside it: on a telephone a date would leave the title no room.
  const lines: Element[] = [
    strong(typed(title)),
    coloured(typed(capital(timing)), colours[state], { spacing: "none" }),
    quiet(about(duty), { spacing: "none" }),
    ...(note === null ? [] : [quiet(typed(shortened(note)), { spacing: "none" })]),
  ];
  return tapRow(lines, act(typed(`Open: ${title}`), "duty.open", { duty: duty.id, list, page }));
};

/** Rows under a heading for each state. */
const rows = ({ duties, id, page }: DigestView): Element[] =>
  duties.flatMap((duty, index) => {
    const first = duties[index - 1]?.state !== duty.state;
    return [...(first ? [subheading(headings[duty.state])] : []), row(duty, id, page)];
  });

const pages = ({ id, page, pages: last }: DigestView): Action[] => [
  ...(page > 1 ? [act("Previous page", "duty.list", { list: id, page: page - 1 })] : []),
  ...(page < last ? [act("Next page", "duty.list", { list: id, page: page + 1 })] : []),
];

const gapBox = (gaps: readonly string[]): Element[] =>
  gaps.length === 0
    ? []
    : [box([strong("Please put this right"), ...gaps.map((gap) => say(typed(gap)))], { style: "warning" })];

const titleOf = ({ id, whose }: DigestView): string => {
  if (id === "team") return "What your team owes";
  if (id.startsWith("case:")) return `What is due on ${id.slice("case:".length)}`;
  return whose === null ? "What you have to do" : `What ${whose} has to do`;
};

/** Drawn when everything on a digest was done, and for somebody who owes nothing. */
const nothing = ({ gaps }: DigestView): Element[] =>
  gaps.length > 0 ? [] : [box([strong("Nothing is due now or in the coming days.")], { style: "good" })];

/**
 * A morning's digest, or the answer to "due": worst first, a page of it, each row a button. References only: a lock screen
 * may show it to the whole room.
 */
export const digestCard = (view: DigestView, notice: string | null = null): SpokenCard => {
  const { on, page, pages: last, duties, gaps } = view;
  const title = titleOf(view);
  return card({
    spoken: `${title}: ${tally(view)}.`,
    body: [
      notice === null ? null : box([strong(typed(notice))], { style: "warning" }),
      heading(typed(title)),
      quiet(
        [
          capital(dayInWords(on)),
          duties.length === 0 ? [] : tally(view),
          last > 1 ? `page ${String(page)} of ${String(last)}` : [],
        ]
          .flat()
          .join(" · "),
      ),
      ...gapBox(gaps),
      ...(duties.length === 0 ? nothing(view) : rows(view)),
    ],
    actions: [...pages(view), act("Refresh", "duty.list", { list: view.id, page })],
  });
};

/** Interrupts: a duty on a child protection plan is overdue, or one that was told before still is. */
export const overdueCard = (duty: DutyView, met: boolean): SpokenCard => {
  const { title, timing, note, words, caseRef } = duty;
  if (met)
    return card({
      spoken: `${title} for ${caseRef ?? "your post"} was done.`,
      body: [
        heading(typed(title)),
        quiet(about(duty)),
        box([strong("This was done, or is owed no more. Nothing is left to do here.")], { style: "good" }),
      ],
    });
  return card({
    spoken: `Overdue: ${title} for ${caseRef ?? "your post"}, ${timing}.`,
    body: [
      box([strong("Overdue on a child protection plan")], { style: "attention", bleed: true }),
      heading(typed(title)),
      coloured(typed(capital(timing)), "attention"),
      quiet(about(duty)),
      ...(note === null ? [] : [say(typed(cut(note, 600)))]),
      ...(words === "" ? [] : [quiet(`Because: ${typed(cut(words, 500))} (${duty.clause})`)]),
    ],
    actions: [act("Open", "duty.open", { duty: duty.id, list: "mine", page: 1 }, { style: "positive" })],
  });
};
