import type { Council } from "../domain/council.ts";

/** The sentences that the bot itself says. Everything about a report is worded by the cards and the use cases. */
export const words = {
  stranger: (council: Council): string =>
    `I don't know you yet. ${council.name} adds people to me by the staff list: ask your manager to have you added. If this is urgent, telephone ${council.telephone.label} on ${council.telephone.number}.`,
  otherTenant: (council: Council): string =>
    `I work for ${council.name} only, and your account belongs to another organisation, so I can't help here.`,
  notSaved: (council: Council): string =>
    `Not saved. Nothing has been sent. Please telephone ${council.telephone.label} on ${council.telephone.number}.`,
  fault: (council: Council): string =>
    `Something went wrong on my side, and I can't say whether that was saved. Type “my reports” to check. If this is urgent, telephone ${council.telephone.label} on ${council.telephone.number}.`,
  inPrivate: "I only talk about reports in a private chat. Open a chat with me and tell me there.",
  cancelled:
    "Nothing has been sent. A report leaves only when you confirm it on its last screen; one that you leave unfinished is told to nobody.",
  discarded: "Discarded. Nothing has been sent, and nobody has been told.",
  meetingDiscarded: "Discarded. No meeting was asked for, and nobody has been told.",
  meetingAsked: "Asked for. Choose a time next: nobody is invited before you do.",
  meetingBeside: (others: string): string => `Beside it there is ${others}: type “meetings” to open it.`,
  meetingTimed: "Saved. The invitations leave from the chair's calendar.",
  meetingSaved: "Saved as far as it goes. Go on whenever you like.",
  meetingRecorded: "The record is complete.",
  meetingDone: "Saved.",
  notUnderstood: "I couldn't match that to the policy. You can still report it, or do one of these:",
  keptTyped: "What you wrote is kept here:",
  unknownButton: "I don't know that button: the card may be from another version. Type “help” to see what I can do.",
  staleCard: "That card is out of date, so nothing was done. Type “my reports” to see how things stand now.",
  sentPrivately: "I've sent you the report in our own chat.",
  cannotSendPrivately: "Open a chat with me first, then I can show you the report there.",
  notAway: "I couldn't read that. Try: I'm away 3 to 14 August, Priya covers.",
  late: "This was answered before, so nothing was changed. This is how it stands now.",
  confirmed: "You confirmed this report before. This is how it stands now.",
  askManager: (name: string | null, telephone: string | null): string =>
    name === null
      ? "If you are in doubt, discuss it with your line manager. Nothing has been sent."
      : `If you are in doubt, discuss it with your line manager, ${name}${telephone === null ? "" : ` (${telephone})`}. Nothing has been sent; come back to this card when you have decided.`,
  nothingWatched:
    "None of your open reports waits to hear that. Type “my reports” to see them; to report something new, say what happened.",
  whichCase: "Write the case reference too: supervision AMB-1042, or oversight AMB-1042.",
  noSitting: "No sitting of yours is unfinished. To write a record, add the case reference: supervision AMB-1042.",
  unfinishedSitting: "You left this sitting unfinished. Here is the next child of it.",
  extensionText: "Report this",
} as const;
