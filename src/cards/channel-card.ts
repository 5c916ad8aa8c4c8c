import type { ChannelView, ReportLine, ReportView } from "../domain/report/view.ts";
import { inWords } from "../time/say.ts";
import { box, card, coloured, fitted, heading, quiet, say, subheading } from "./kit.ts";
import { ledgerTable } from "./ledger.ts";
import { briefingPart, byWhen, clauseList, conversationPart, reportHeading } from "./report-parts.ts";
import type { Container, SpokenCard } from "./schema.ts";
import { counted, cut, typed } from "./text.ts";
import { onReport, refreshes } from "./verbs.ts";
import { stateWords } from "./wording.ts";

/** Reference and category only: the whole room may read it. The detail opens in chat, after a rights check. */
export const channelCard = (view: ChannelView): SpokenCard =>
  card({
    spoken: `${view.category}, reference ${view.ref}. ${stateWords[view.state].text}.`,
    body: [
      reportHeading(view),
      quiet(`Reported ${inWords(view.reportedAt)} · ${byWhen(view.dueAt)}`),
      view.callOwed ? coloured("A telephone call is still owed", "attention", { spacing: "small" }) : null,
      view.last === null ? null : say(`${typed(view.last.text)}`, { spacing: "small" }),
    ],
    actions: [onReport("Open", "report.open", view.id, "channel")],
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
        ledgerTable(report.ledger, room > 1000 ? 30 : 8),
        subheading("What happened when"),
        ...report.timeline.map(({ at, text }) =>
          say(`${inWords(at)}: ${typed(cut(text, room))}`, { spacing: "small" }),
        ),
        ...briefingPart(report, room),
        ...conversationPart(report, room),
        subheading("The clauses"),
        clauseList(report.clauses, room),
      ],
      actions: [onReport("Refresh", "report.refresh", report.id, "timeline")],
      refresh: refreshes(report, "timeline"),
    }),
  );

const reportRow = (line: ReportLine, separator: boolean): Container =>
  box(
    [
      say(`**${line.ref}** ${typed(line.category)}`),
      quiet([line.caseRef ?? [], inWords(line.reportedAt), stateWords[line.state].short].flat().join(" · ")),
    ],
    { separator, selectAction: onReport(`Open ${line.ref}`, "report.open", line.id, "receipt") },
  );

const shownLines = 20;

/** "my reports": newest as given, each a tap from its report. */
export const myReportsCard = (lines: readonly ReportLine[]): SpokenCard =>
  card({
    spoken: lines.length === 0 ? "You have not made any reports." : `You have ${counted(lines.length, "report")}.`,
    body: [
      heading("Your reports"),
      ...(lines.length === 0 ? [say("You have not made any reports. To make one, tell me what happened.")] : []),
      ...lines.slice(0, shownLines).map((line, index) => reportRow(line, index > 0)),
      lines.length > shownLines
        ? quiet(`Showing ${String(shownLines)} of ${String(lines.length)}. For an older one, type its reference.`)
        : null,
    ],
  });
