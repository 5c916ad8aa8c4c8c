import { onTime, type SummaryTally, type SummaryView } from "../domain/remind/summary-view.ts";
import { dayInWords } from "../time/say.ts";
import { box, card, coloured, heading, quiet, say, strong, subheading } from "./kit.ts";
import { bars, lines, table } from "./kit-charts.ts";
import { sideBySide } from "./kit-rows.ts";
import type { Element, Series, SpokenCard } from "./schema.ts";
import { counted, listed, typed } from "./text.ts";

/** So many teams can be told apart on a telephone. The lowest are shown. */
const teamsShown = 8;

const percent = (tally: SummaryTally | undefined | null): string => {
  const share = tally == null ? null : onTime(tally);
  return share === null ? "–" : `${String(share)}%`;
};

/** "87%, 4 overdue" */
const inCell = (tally: SummaryTally | undefined): string =>
  tally === undefined || tally.overdue === 0 ? percent(tally) : `${percent(tally)}, ${String(tally.overdue)} overdue`;

/** "9 of 10 duties are on time (90%), 1 is overdue" */
const inAll = ({ all }: SummaryView): string => {
  const { standing, overdue } = all;
  if (standing === 0) return "No duty with a limit stands on these cases";
  const late = overdue === 0 ? "none is overdue" : `${String(overdue)} ${overdue === 1 ? "is" : "are"} overdue`;
  return `${String(standing - overdue)} of ${counted(standing, "duty", "duties")} are on time (${percent(all)}), ${late}`;
};

const sinceLast = ({ trend, all }: SummaryView): string | null => {
  const before = trend.at(-2)?.all ?? null;
  if (before === null || onTime(before) === null) return null;
  const change = (onTime(all) ?? 0) - (onTime(before) ?? 0);
  if (change === 0) return `As last week: ${percent(before)}`;
  return `${change > 0 ? "Up" : "Down"} from ${percent(before)} last week`;
};

const byTeam = ({ teams, kinds }: SummaryView): Element[] => {
  if (teams.length === 0) return [];
  const shown = teams.slice(0, teamsShown);
  const more = teams.length - shown.length;
  const series = kinds.map(({ id, title }): Series => {
    const values = shown.flatMap(({ team, kinds: own }) => {
      const share = own[id] === undefined ? null : onTime(own[id]);
      return share === null ? [] : [{ x: team, y: share }];
    });
    return { legend: title, values };
  });
  const rows = shown.map(({ team, kinds: own, ...all }) => [
    typed(team),
    ...kinds.map(({ id }) => inCell(own[id])),
    inCell(all),
  ]);
  return [
    subheading("By team"),
    bars({
      ...{ title: "On time by team and kind of duty", across: "Team", up: "Per cent on time" },
      data: series,
      table: table(["Team", ...kinds.map(({ title }) => typed(title)), "All"], rows),
    }),
    ...(more > 0 ? [quiet(`${counted(more, "more team does", "more teams do")} better than these, or as well.`)] : []),
  ];
};

/** A week without figures is left out of the line and named: nothing is made up for it. */
const trendPart = ({ trend }: SummaryView): Element[] => {
  const known = trend.filter(({ all }) => all !== null);
  if (known.length < 2) return [subheading("Trend"), quiet("The trend begins when there are two weeks to compare.")];
  const values = known.map(({ from, all }) => ({ x: from, y: all === null ? 0 : (onTime(all) ?? 0) }));
  const begun = trend.findIndex(({ all }) => all !== null);
  const missing = trend.slice(begun).filter(({ all }) => all === null);
  const rows = trend.map(({ from, all }) => [
    dayInWords(from),
    all === null ? "no figures" : percent(all),
    all === null ? "" : String(all.overdue),
  ]);
  return [
    subheading(`Trend over ${String(trend.length)} weeks`),
    lines({
      ...{ title: "Duties on time, week by week", across: "Week from", up: "Per cent on time" },
      data: [{ legend: "All duties", values }],
      table: table(["Week from", "On time", "Overdue"], rows),
    }),
    ...(missing.length === 0
      ? []
      : [
          quiet(
            `No figures were kept for the ${missing.length === 1 ? "week" : "weeks"} of ${listed(missing.map(({ from }) => dayInWords(from)))}.`,
          ),
        ]),
    ...(begun > 0 ? [quiet(`The first figures are those of ${dayInWords(trend[begun]?.from ?? "")}.`)] : []),
  ];
};

const oldestPart = ({ oldest }: SummaryView): Element[] =>
  oldest.length === 0
    ? []
    : [
        subheading(oldest.length === 1 ? "The oldest overdue" : `The ${String(oldest.length)} oldest overdue`),
        ...oldest.map(({ caseRef, title, clause, team, daysLate }) =>
          sideBySide(
            [strong(typed(caseRef)), quiet(typed(`${title} · ${clause} · ${team}`), { spacing: "none" })],
            [coloured(daysLate === 0 ? "Since today" : `${counted(daysLate, "day")} late`, "attention")],
          ),
        ),
      ];

const gapWords = {
  unallocated: (count: string) => `${count} without a worker`,
  nobody: (count: string) =>
    `${count} of which nobody can be told: the worker is not on the staff list, or nobody manages the worker or the team`,
} as const satisfies Record<SummaryView["gaps"][number]["gap"], (count: string) => string>;

const gapPart = ({ gaps }: SummaryView): Element[] =>
  gaps.length === 0
    ? []
    : [
        subheading("Please put this right"),
        box(
          gaps.map(({ gap, team, count, refs }) => {
            const more = count > refs.length ? ` and ${String(count - refs.length)} more` : "";
            return say(typed(`${team}: ${gapWords[gap](counted(count, "case"))}: ${refs.join(", ")}${more}.`));
          }),
          { style: "warning" },
        ),
      ];

const about = ({ on, whose, cases, teams }: SummaryView): string =>
  [
    dayInWords(on),
    whose === null ? counted(cases, "open case") : `${counted(teams.length, "team")} of ${typed(whose)}`,
  ].join(" · ");

/**
 * How the week begins: what is on time by team and kind of duty, how that has changed, what is overdue longest, and gaps.
 * Case references and numbers only, and no worker: a channel may get it.
 */
export const summaryCard = (view: SummaryView): SpokenCard => {
  const since = sinceLast(view);
  return card({
    spoken: `The week's summary: ${inAll(view)}.`,
    body: [
      heading("How the week begins"),
      quiet(about(view)),
      strong(`${inAll(view)}.`),
      since === null ? null : quiet(`${since}.`),
      ...byTeam(view),
      ...trendPart(view),
      ...oldestPart(view),
      ...gapPart(view),
      quiet(
        `Counted on ${dayInWords(view.on)}, and not changed since. On time: a duty on a case whose limit has not passed.`,
        { separator: true, spacing: "large" },
      ),
      view.beyond === 0
        ? null
        : quiet(`${counted(view.beyond, "case")} could not be counted: a date on it is beyond the calendar.`),
    ],
  });
};
