import { z } from "zod";

/** Zones that a mailbox here has: Windows' name for London, the database's, and UTC. */
export const zones = ["GMT Standard Time", "Europe/London", "UTC"] as const;

const moment = z.strictObject({
  dateTime: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?$/),
  timeZone: z.enum(zones),
});
const emailAddress = z.strictObject({ address: z.email(), name: z.string().optional() });
const attendee = z.strictObject({ emailAddress, type: z.enum(["required", "optional", "resource"]) });
const body = z.strictObject({ contentType: z.enum(["text", "html"]), content: z.string() });
const extended = z.strictObject({
  id: z.string().regex(/^(?:String|Boolean|Integer) \{[0-9a-f-]{36}\} Name \S+$/i),
  value: z.string(),
});

/** What may be written on an event (resources/event). Graph refuses a property that it does not know. */
const writable = {
  subject: z.string().max(255),
  body,
  start: moment,
  end: moment,
  attendees: z.array(attendee).max(500),
  isOnlineMeeting: z.boolean(),
  onlineMeetingProvider: z.enum(["teamsForBusiness", "skypeForBusiness", "skypeForConsumer"]),
  sensitivity: z.enum(["normal", "personal", "private", "confidential"]),
  showAs: z.enum(["free", "tentative", "busy", "oof", "workingElsewhere", "unknown"]),
  importance: z.enum(["low", "normal", "high"]),
  allowNewTimeProposals: z.boolean(),
  responseRequested: z.boolean(),
  hideAttendees: z.boolean(),
  isReminderOn: z.boolean(),
  reminderMinutesBeforeStart: z.int(),
  categories: z.array(z.string()),
  singleValueExtendedProperties: z.array(extended),
};

export const newEventSchema = z
  .strictObject({ ...writable, transactionId: z.string().max(255) })
  .partial()
  .required({ subject: true, start: true, end: true });

/** `transactionId` cannot be changed once it is set. */
export const changeSchema = z.strictObject(writable).partial();

/** calendar: getSchedule, with its limits: twenty at once, less than 62 days. */
export const scheduleSchema = z.strictObject({
  schedules: z.array(z.email()).min(1).max(20),
  startTime: moment,
  endTime: moment,
  availabilityViewInterval: z.int().min(5).max(1440).optional(),
});
export const longestWindowMs = 62 * 86_400_000;

export const cancelSchema = z.strictObject({ comment: z.string().optional() });

export const lobbySchema = z.strictObject({
  lobbyBypassSettings: z.strictObject({
    scope: z.enum(["organizer", "organization", "organizationAndFederated", "invited", "everyone"]),
    isDialInBypassEnabled: z.boolean(),
  }),
});
