import type { MeetingRules } from "../../domain/meeting/house-rules.ts";
import type { RemindDeps } from "../remind/deps.ts";
import type { Agencies } from "../ports/agencies.ts";
import type { Meetings } from "../ports/meetings.ts";
import type { KeptMeetings } from "./kept.ts";

/** What meeting needs of the world beside what reminding needs. */
export interface MeetDeps extends RemindDeps {
  readonly meetings: Meetings;
  readonly agencies: Agencies;
}

export interface MeetWorld extends MeetDeps {
  readonly kept: KeptMeetings;
  readonly houseRules: MeetingRules;
}
