import type { ChannelView, ReportLine, ReportView } from "../domain/report/view.ts";
import { londonDate, londonTime } from "../time/london.ts";
import { dayInWords, inWords } from "../time/say.ts";
import { card, coloured, fitted, heading, quiet, say, strong, subheading } from "./kit.ts";
import { sideBySide, tapRow } from "./kit-rows.ts";
import { ledgerTable } from "./ledger.ts";
import { briefingPart, clauseList, conversationPart, reportHeading } from "./report-parts.ts";
import type { Container, Element, SpokenCard } from "./schema.ts";
import { counted, cut, typed } from "./text.ts";
import { onReport, refreshes } from "./verbs.ts";
import { byWhen, shortly } from "./when.ts";
import { stateWords } from "./wording.ts";

/** Reference and category only: the whole room may read it. The detail opens in chat, after a rights check. */
export const channelCard = (view: ChannelView): SpokenCard =>
  card({
    spoken: `${view.category}, reference ${view.ref}. ${stateWords[view.state].text}.`,
    body: [
      reportHeading(view),
      quiet(`Reported ${inWords(view.reportedAt)} · to be told ${byWhen(view.dueAt, view.reportedAt)}`),
      view.callOwed ? coloured("A telephone call is still owed", "attention", { spacing: "small" }) : null,
      view.last === null
        ? null
        : say(typed(`${view.last.text}, ${shortly(view.last.at, view.reportedAt)}`), { spacing: "small" }),
    ],
    actions: [onReport("Open", "report.open", view.id, "channel")],
  });

/** Newest day last, the day said once. */
const timelinePart = (timeline: ReportView["timeline"], room: number): Element[] =>
  timeline.flatMap(({ at, text }, index) => {
    const before = timeline[index - 1];
    const sameDay = before !== undefined && londonDate(before.at) === londonDate(at);
    const row = sideBySide(
      [say(typed(cut(text, room)))],
      [quiet(londonTime(at).slice(0, 5), { spacing: "none", horizontalAlignment: "right" })],
    );
    return [
      ...(sameDay ? [] : [quiet(dayInWords(londonDate(at)), { weight: "bolder" })]),
      { ...row, spacing: "small" as const },
    ];
  });

/** Everything that happened to a report, and the proof of who was told. */
export const timelineCard = (report: ReportView): SpokenCard =>
  fitted((room) =>
    card({
      spoken: `Report ${report.ref}: ${stateWords[report.state].text}. ${counted(report.timeline.length, "entry", "entries")}.`,
      body: [
        reportHeading(report),
        say(typed(cut(report.what, room))),
        subheading("Who was told"),
        ledgerTable(report.ledger, report.reportedAt, room > 1000 ? 30 : 8),
        subheading("What happened when"),
        ...report.timeline.map(({ at, text }) =>
          say(`${inWords(at)}: ${typed(cut(text, room))}`, { spacing: "small" }),
        ),
        ...briefingPart(report, room),
        ...conversationPart(report, room),
        subheading("The clauses"),
        clauseList(report.clauses, report.reportedAt, room),
      ],
      actions: [onReport("Refresh", "report.refresh", report.id, "timeline")],
      refresh: refreshes(report, "timeline"),
    }),
  );

const reportRow = (line: ReportLine): Container => {
  const { short, colour } = stateWords[line.state];
  const under = [line.ref, line.caseRef ?? [], inWords(line.reportedAt)].flat().join(" · ");
  return tapRow(
    [
      strong(typed(line.category)),
      quiet(typed(under), { spacing: "none" }),
      coloured(short, colour, { size: "small", spacing: "none" }),
    ],
    onReport(`Open ${line.ref}`, "report.open", line.id, "receipt"),
  );
};

const shownLines = 20;

/** "my reports": newest as given, each a tap from its report. */
export const myReportsCard = (lines: readonly ReportLine[]): SpokenCard =>
  card({
    spoken: lines.length === 0 ? "You have not made any reports." : `You have ${counted(lines.length, "report")}.`,
    body: [
      heading("Your reports"),
      ...(lines.length === 0 ? [say("You have not made any reports. To make one, tell me what happened.")] : []),
      ...lines.slice(0, shownLines).map(reportRow),
      lines.length > shownLines
        ? quiet(`Showing ${String(shownLines)} of ${String(lines.length)}. For an older one, type its reference.`)
        : null,
    ],
  });
