/** The screens of a meeting, and how its dialog can end. */
export type MeetingScreen = "about" | "when" | "details" | "alsoWhen" | "longer" | "longerReason" | "people" | "check";
export type MeetingEnd = "ask" | "discard";
export type To = MeetingScreen | MeetingEnd;
