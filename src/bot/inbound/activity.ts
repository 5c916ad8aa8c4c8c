import { z } from "zod";

/** Ids are written into addresses, which half a character cannot be. */
const id = z
  .string()
  .min(1)
  .max(512)
  .refine((text) => text.isWellFormed(), "holds half a character");
const account = z.object({ id, name: z.string().max(512).optional(), aadObjectId: z.string().max(128).optional() });

/**
 * What the bot reads of an activity; everything else is dropped. Parsed at the door, before the SDK sees it: without a
 * `serviceUrl` the SDK would call a public address for ten seconds, without a `type` it would answer 500.
 */
export const activitySchema = z.object({
  type: z.string().min(1).max(64),
  id: id.optional(),
  channelId: id,
  serviceUrl: z.url({ protocol: /^https?$/ }).max(1024),
  from: account,
  recipient: account,
  conversation: z.object({ id, conversationType: z.string().max(64).optional(), tenantId: id.optional() }),
  channelData: z.object({ tenant: z.object({ id }).optional() }).optional(),
  text: z.string().optional(),
  name: z.string().max(256).optional(),
  action: z.string().max(64).optional(),
  replyToId: id.optional(),
  value: z.unknown().optional(),
  membersAdded: z.array(account).max(1000).optional(),
});
export type Inbound = z.infer<typeof activitySchema>;

/** The places at fault, never the values: they may be personal. */
export const faultsOf = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join(".") || "activity"}: ${message}`).join("; ");

/** The tenant that the activity came from; undefined when it names none, or two. */
export const tenantOf = ({ channelData, conversation }: Inbound): string | undefined => {
  const named = channelData?.tenant?.id;
  if (named !== undefined && conversation.tenantId !== undefined && named !== conversation.tenantId) return undefined;
  return named ?? conversation.tenantId;
};

export const isPersonal = ({ conversation }: Inbound): boolean =>
  conversation.conversationType === undefined
    ? !conversation.id.startsWith("19:")
    : conversation.conversationType === "personal";
