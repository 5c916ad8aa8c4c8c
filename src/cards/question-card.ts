import type { ReportView, SameEvent, WatchingView } from "../domain/report/view.ts";
import { inWords } from "../time/say.ts";
import { act, box, card, heading, quiet, say, strong } from "./kit.ts";
import type { Notice } from "./report-cards.ts";
import { considerList } from "./report-parts.ts";
import type { Action, Element, SpokenCard, TextInput } from "./schema.ts";
import { band } from "./simple.ts";
import { cut, typed } from "./text.ts";
import { onReport, refreshes } from "./verbs.ts";
import { watchingPart } from "./watch-parts.ts";

const when = ({ asksWhen }: WatchingView, said: string): TextInput => ({
  type: "Input.Text",
  id: "endedAt",
  label: `${asksWhen} Leave empty for now`,
  placeholder: "today 4.15pm",
  maxLength: 200,
  value: said,
});

const nextAsk = ({ nextAsk: at, persistLabel }: WatchingView, near: number): Element[] =>
  at === null ? [] : [quiet(`I ask again: ${inWords(at, near)}. No answer counts as “${typed(persistLabel)}”.`)];

/** The two answers, and the time of the one that ends it. */
const answers = ({ id, may }: ReportView, { endLabel, persistLabel, open }: WatchingView): Action[] => [
  ...(may.includes("end") ? [onReport(endLabel, "report.end", id, "question", { style: "positive" })] : []),
  ...(may.includes("persist") && open
    ? [onReport(persistLabel, "report.persist", id, "question", { associatedInputs: "none" })]
    : []),
];

const asking = (report: ReportView, watching: WatchingView, said: string): Element[] =>
  report.may.includes("end")
    ? [
        heading(typed(watching.asks)),
        quiet(typed([report.category, report.caseRef ?? [], report.ref].flat().join(" · ")), { spacing: "none" }),
        say(typed(cut(report.what, 300))),
        ...watchingPart(report),
        when(watching, said),
        ...nextAsk(watching, report.reportedAt),
      ]
    : [];

const over = (report: ReportView): Element[] => [
  heading(typed(report.category)),
  quiet(typed([report.caseRef ?? [], report.ref].flat().join(" · ")), { spacing: "none" }),
  ...watchingPart(report),
  ...(report.state === "closed" ? [quiet("This report is closed: I ask no more.")] : []),
  ...considerList(report.alsoConsider, report.reportedAt),
];

/** Asks whether what was reported still goes on; once it has ended, says when, and what else to consider. */
export const questionCard = (report: ReportView, notice: Notice | null = null): SpokenCard => {
  const { watching } = report;
  const open = watching !== null && report.may.includes("end");
  const said = notice?.typed?.["endedAt"] ?? "";
  return card({
    spoken: `${open ? watching.asks : report.category} ${report.ref}.`,
    body: [
      notice === null || notice.text === "" ? null : band(notice.text, "warning"),
      ...(open ? asking(report, watching, said) : over(report)),
    ],
    actions: [
      ...(open ? answers(report, watching) : []),
      onReport("Open the report", "report.open", report.id, "question", { associatedInputs: "none" }),
    ],
    refresh: refreshes(report, "question"),
  });
};

const known = ({ reportedAt, known: seen }: SameEvent): Element[] =>
  seen === null
    ? [say(`Somebody reported the same event on this case, ${inWords(reportedAt)}.`)]
    : [
        strong(typed(`${seen.category} · ${seen.ref}`)),
        say(`Reported by ${typed(seen.reportedBy)}, ${inWords(reportedAt)}.`, { spacing: "none" }),
      ];

/** Somebody else's report of the same event is open: the second person decides, and nothing is sent before. */
export const sameEventCard = (same: SameEvent): SpokenCard =>
  card({
    spoken: "Somebody else has reported the same event. You can join that report, or send yours as a new one.",
    body: [
      heading("This may be reported already"),
      box(known(same), { style: "emphasis" }),
      say(
        "If it is the same event, join that report: you are named beside its reporter, what you wrote is added to it, and you hear what becomes of it.",
      ),
      quiet("Nothing of yours has been sent yet."),
    ],
    actions: [
      act("Join that report", "draft.join", { draft: same.draft, report: same.report }, { style: "positive" }),
      anyway(same.draft),
    ],
  });

const anyway = (draft: string): Action => act("Send mine as a new report", "draft.anyway", { draft });

/** The first report can no longer be joined: why, and the draft as it was. */
export const cannotJoinCard = (why: string, draft: string): SpokenCard =>
  card({ spoken: why, body: [heading("It can't be joined"), say(typed(why))], actions: [anyway(draft)] });
