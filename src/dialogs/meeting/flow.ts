import type { Flow } from "../engine/screen.ts";
import { check, longer, longerReason, people } from "./arranging.ts";
import { about, alsoWhen, details, when } from "./asking.ts";
import type { MeetingGuide } from "./guide.ts";
import type { MeetingEnd, MeetingScreen } from "./names.ts";

/** Asking for a strategy meeting, from the case reference to the deadline. */
export const meetingFlow: Flow<MeetingGuide, MeetingScreen, MeetingEnd> = {
  name: "meeting",
  title: "Ask for a strategy meeting",
  start: "about",
  screens: { about, when, details, alsoWhen, longer, longerReason, people, check },
  ends: {
    ask: "The meeting is asked for: times are offered, and nobody is invited before one is chosen",
    discard: "The draft is thrown away; nobody was told",
  },
};
