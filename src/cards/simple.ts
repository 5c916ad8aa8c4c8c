import { act, box, card, heading, quiet, say, strong } from "./kit.ts";
import type { SpokenCard } from "./schema.ts";
import { typed } from "./text.ts";

const startButton = act("Report something", "draft.start", {}, { style: "positive" });

/** What it can do, in words to type. */
export const helpCard = (): SpokenCard =>
  card({
    spoken: "I can take a report, show your reports, and open a report by its reference.",
    body: [
      heading("What I can do"),
      say("Tell me what happened in your own words, or type **report**. I work out who must be told, and by when."),
      say("Type **my reports** to see what you have reported and who has answered."),
      say("Need a strategy meeting? Type **strategy meeting AMB-1042**; type **meetings** to see yours."),
      say("Type a reference, such as **NTK-2026-0042**, to open a report."),
      say("Managers: type **supervision AMB-1042** or **oversight AMB-1042** to write that record."),
      say("Going on leave? Type **I'm away 3 to 14 August, Priya covers**; type **cover** to see who is away."),
      quiet("Use a case reference, never a child's name. Nothing is sent until you confirm it."),
    ],
    actions: [startButton],
  });

/** The greeting on installation: four lines. */
export const greetingCard = (councilName: string): SpokenCard =>
  card({
    spoken: `Hello. I help ${councilName} tell the right people about serious events, in time.`,
    body: [
      heading("Hello, I'm Watchful"),
      say(`I help ${typed(councilName)} tell the right people about serious events, in time.`),
      say("Tell me what happened. I'll find the policy that applies, and show you who must be told and by when."),
      say(
        "Nothing is sent until you confirm it. Then I tell them, keep asking until somebody answers, and keep the proof.",
      ),
      quiet("Use a case reference, never a child's name. Type **help** at any time."),
    ],
    actions: [startButton],
  });

/** A refusal in one sentence. */
export const refusalCard = (sentence: string): SpokenCard => card({ spoken: sentence, body: [say(typed(sentence))] });

/** A band across the top of a card, for what must be read first. */
export const band = (text: string, tone: "attention" | "warning" | "good" | "emphasis") =>
  box([tone === "emphasis" ? say(typed(text)) : strong(typed(text))], { style: tone, bleed: true });
