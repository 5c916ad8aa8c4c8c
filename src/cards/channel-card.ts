import type { ChannelView, ReportLine, ReportView } from "../domain/report/view.ts";
import { londonDate } from "../time/london.ts";
import { dayInWords, inWords } from "../time/say.ts";
import { card, coloured, fitted, heading, quiet, say, strong, subheading } from "./kit.ts";
import { sideBySide, tapRow } from "./kit-rows.ts";
import { withheldPart } from "./judgement-parts.ts";
import { ledgerTable } from "./ledger.ts";
import { briefingPart, clauseList, conversationPart, reportHeading } from "./report-parts.ts";
import type { Container, Element, SpokenCard } from "./schema.ts";
import { counted, cut, typed } from "./text.ts";
import { onReport, refreshes } from "./verbs.ts";
import { byWhen, shortly } from "./when.ts";
import { joinedPart, watchingPart } from "./watch-parts.ts";
import { reportFits } from "./weight.ts";
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

type Entries = ReportView["timeline"];

const entryRow = (entries: Entries, index: number, room: number): Element[] => {
  const entry = entries[index];
  if (entry === undefined) return [];
  const before = entries[index - 1];
  const day = londonDate(entry.at);
  const row = sideBySide(
    [say(typed(cut(entry.text, room)))],
    [quiet(shortly(entry.at, entry.at), { spacing: "none", horizontalAlignment: "right" })],
  );
  const sameDay = before !== undefined && londonDate(before.at) === day;
  return [...(sameDay ? [] : [quiet(dayInWords(day), { weight: "bolder" })]), { ...row, spacing: "small" }];
};

/** Oldest first, each day said once. Where there is no room for all, the latest are what is looked for. */
const timelinePart = (timeline: Entries, room: number): Element[] => {
  const shown = timeline.slice(room > 1000 ? -60 : -20);
  const left = timeline.length - shown.length;
  const rows = shown.flatMap((_, index) => entryRow(shown, index, room));
  return left === 0 ? rows : [quiet(`${counted(left, "earlier entry", "earlier entries")} not shown`), ...rows];
};

/** Everything that happened to a report, and the proof of who was told. */
export const timelineCard = (report: ReportView): SpokenCard =>
  fitted(reportFits(report), (room) =>
    card({
      spoken: `Report ${report.ref}: ${stateWords[report.state].text}. ${counted(report.timeline.length, "entry", "entries")}.`,
      body: [
        reportHeading(report),
        ...watchingPart(report),
        say(typed(cut(report.what, room))),
        ...withheldPart(report.withheld),
        subheading("Who was told"),
        ledgerTable(report.ledger, report.reportedAt, room > 1000 ? 30 : 8),
        subheading("What happened when"),
        ...timelinePart(report.timeline, room),
        ...briefingPart(report, room),
        ...joinedPart(report, room),
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
