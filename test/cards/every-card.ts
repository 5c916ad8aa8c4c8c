import {
  cannotJoinCard,
  channelCard,
  coverCard,
  coverPlanCard,
  coversCard,
  coverUnclearCard,
  decisionsCard,
  doubtAskedCard,
  doubtCard,
  greetingCard,
  helpCard,
  lateCard,
  myReportsCard,
  notSavedCard,
  questionCard,
  receiptCard,
  refusalCard,
  sameEventCard,
  screenCard,
  tellingCard,
  timelineCard,
} from "../../src/cards/index.ts";
import type { SpokenCard } from "../../src/cards/index.ts";
import { acknowledged, asked, channelView, found, lines, receipt, report } from "./samples.ts";
import { cover, doubt, judge, judgedFirst, notRaised, withheld } from "./away-samples.ts";
import { screens } from "./screen-samples.ts";

const notSaved = "Not saved. Nothing has been sent. Please telephone the duty desk on 01632 960 100.";

/** One of each, for the lint, the gallery and the bench. */
export const everyCard: Readonly<Record<string, SpokenCard>> = {
  greeting: greetingCard("Ambershire"),
  help: helpCard(),
  "what it could be": screenCard(screens.suggestions),
  when: screenCard(screens.when),
  details: screenCard(screens.details),
  briefing: screenCard(screens.briefing),
  preview: screenCard(screens.preview),
  "preview, judged first, withheld": screenCard(judgedFirst),
  receipt: receiptCard(receipt),
  telling: tellingCard(report),
  "telling, acknowledged": tellingCard(acknowledged),
  "telling, with a reminder": tellingCard({
    ...acknowledged,
    may: [...acknowledged.may, "remind"],
    remindAt: acknowledged.reportedAt + 57_600_000,
  }),
  "telling, a reminder not taken": tellingCard(
    { ...acknowledged, may: [...acknowledged.may, "remind"] },
    { text: "I couldn't read when to remind you. Try: tomorrow 9am.", typed: { remind: "at", remindAt: "soonish" } },
  ),
  "telling, not taken": tellingCard(report, {
    text: "I couldn't read that as a date and time. Try: yesterday 4pm.",
    typed: { spokeTo: "Nadia Rahman", calledAt: "half past something" },
  }),
  "telling, to judge": tellingCard(judge),
  "telling, to judge, not taken": tellingCard(judge, {
    text: "Why? Write the reason for your judgement, then record it.",
    typed: { raise: "no", whyRaise: " " },
  }),
  "receipt, not raised": receiptCard(notRaised),
  "telling, withheld": tellingCard(withheld),
  channel: channelCard(channelView),
  "channel, acknowledged": channelCard({
    ...channelView,
    state: "acknowledged",
    callOwed: false,
    last: { text: "Acknowledged by Nadia Rahman", at: report.reportedAt + 1_500_000 },
  }),
  timeline: timelineCard(acknowledged),
  "my reports": myReportsCard(lines),
  "no reports": myReportsCard([]),
  late: lateCard("Nadia Rahman acknowledged this on Saturday 4 April 2026, 5:45pm.", acknowledged),
  "still missing?": questionCard(asked),
  "still missing?, not taken": questionCard(asked, {
    text: "That time hasn't come yet. When was it?",
    typed: { endedAt: "tomorrow 4pm" },
  }),
  found: questionCard(found),
  "telling, found, two reporters": tellingCard(found),
  "reported already": sameEventCard({
    report: "d1",
    draft: "d2",
    reportedAt: report.reportedAt,
    known: { ref: report.ref, category: report.category, reportedBy: report.reportedBy },
  }),
  "reported already, by whom is not for them": sameEventCard({
    report: "d1",
    draft: "d2",
    reportedAt: report.reportedAt,
    known: null,
  }),
  "cannot be joined": cannotJoinCard(
    "That report was closed on Saturday 4 April, 5:45pm, so it can't be joined. Nothing of yours has been sent yet.",
    "d2",
  ),
  "away, to confirm": coverPlanCard(cover, "I'm away 3–14 August, Priya covers"),
  "away without cover, to confirm": coverPlanCard({ ...cover, instead: null }, "I'm away 3–14 August"),
  "away, not read": coverUnclearCard("I don't find “bob” on the staff list.", "I'm away 3–14 August, bob covers"),
  "away, confirmed": coverCard({ ...cover, state: "confirmed" }),
  "away, ended": coverCard({ ...cover, state: "ended" }),
  "who is away": coversCard([
    { ...cover, state: "confirmed" },
    { ...cover, mine: false, instead: null },
  ]),
  "nobody is away": coversCard([]),
  "decisions, none": decisionsCard([]),
  decisions: decisionsCard([
    { ...doubt, outcome: "Ilinca Popescu judged that it is not Need-to-Know: he left when asked." },
    { ...doubt, id: "d2", caseRef: null, outcome: "Priya Nair judged that it is not Need-to-Know: known, and held." },
  ]),
  doubt: doubtCard(doubt),
  "doubt, passed on": doubtCard({ ...doubt, note: "Ilinca Popescu has not answered" }),
  "doubt, not taken": doubtCard(doubt, { text: "Why is this not Need-to-Know?", reason: " " }),
  "doubt, judged": doubtCard({
    ...doubt,
    may: false,
    outcome: "Ilinca Popescu judged that it is not Need-to-Know: no.",
  }),
  "doubt, handed over": doubtAskedCard(doubt),
  refusal: refusalCard("You can't open this report: it is for the people who were told and the person who made it."),
  "not saved": notSavedCard(notSaved, screens.when),
};
