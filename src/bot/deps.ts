import type { Covering } from "../app/covering.ts";
import type { Clock } from "../app/ports/clock.ts";
import type { Doubting } from "../app/doubting.ts";
import type { Directory } from "../app/ports/directory.ts";
import type { Log } from "../app/ports/log.ts";
import type { MeetingDoor } from "../app/meeting.ts";
import type { ChoiceDoor, DueDoor, RecordDoor, SummaryDoor } from "../app/reminding.ts";
import type { ReportGuide, Reporting } from "../app/reporting.ts";
import type { Council } from "../domain/council.ts";
import type { Draft } from "../domain/draft.ts";
import type { Instant } from "../domain/instants.ts";
import type { Person } from "../domain/people.ts";
import type { ScreenView } from "../domain/screen.ts";
import type { Conversations } from "./conversations.ts";
import type { Inbound } from "./inbound/activity.ts";
import type { Content } from "./reply.ts";
import type { Turns } from "./turns.ts";

/** The screens of a report, as the bot runs them. Pure. */
export interface ReportDialog {
  start(id: string, by: string, text: string | null, asOf: Instant, guide: ReportGuide): Draft;
  show(draft: Draft, guide: ReportGuide, asOf: Instant): ScreenView;
  answer(
    draft: Draft,
    input: Readonly<Record<string, string>>,
    button: string | null,
    guide: ReportGuide,
    asOf: Instant,
  ):
    { readonly outcome: "screen" | "confirm" | "ask-manager"; readonly draft: Draft } | { readonly outcome: "discard" };
}

/** What the routes need of the world. */
export interface BotDeps {
  readonly reporting: Reporting;
  readonly covering: Covering;
  readonly doubting: Doubting;
  readonly due: DueDoor;
  readonly record: RecordDoor;
  readonly choice: ChoiceDoor;
  readonly meeting: MeetingDoor;
  readonly summary: SummaryDoor;
  readonly dialog: ReportDialog;
  readonly council: Council;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly log: Log;
  readonly conversations: Conversations;
  readonly turns: Turns;
  /** Entra ID tenant whose people are answered. */
  readonly tenant: string;
  /** Speaks to a person in their own chat, whatever conversation the turn is in. */
  readonly tellPrivately: (person: Person, content: Content) => Promise<"said" | "unreachable">;
}

/** One activity of somebody on the roster. */
export interface Turn {
  readonly activity: Inbound;
  readonly person: Person;
  /** Everywhere but in a personal chat the room reads along. */
  readonly personal: boolean;
}

/** What an action on a card came to. */
export interface Shown {
  readonly content: Content;
  /** Nothing is left to do here: a Teams dialog closes with the content's words. */
  readonly over: boolean;
}
