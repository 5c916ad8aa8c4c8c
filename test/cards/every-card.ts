import {
  channelCard,
  greetingCard,
  helpCard,
  lateCard,
  myReportsCard,
  notSavedCard,
  receiptCard,
  refusalCard,
  screenCard,
  tellingCard,
  timelineCard,
} from "../../src/cards/index.ts";
import type { SpokenCard } from "../../src/cards/index.ts";
import { acknowledged, channelView, lines, receipt, report } from "./samples.ts";
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
  receipt: receiptCard(receipt),
  telling: tellingCard(report),
  "telling, acknowledged": tellingCard(acknowledged),
  "telling, not taken": tellingCard(report, {
    text: "I couldn't read that as a date and time. Try: yesterday 4pm.",
    typed: { spokeTo: "Nadia Rahman", calledAt: "half past something" },
  }),
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
  refusal: refusalCard("You can't open this report: it is for the people who were told and the person who made it."),
  "not saved": notSavedCard(notSaved, screens.when),
};
