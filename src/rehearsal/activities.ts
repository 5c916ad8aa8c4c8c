import { randomUUID } from "node:crypto";
import { toIso, type Instant } from "../domain/instants.ts";
import type { Person } from "../domain/people.ts";
import { typeOf, type Conversation } from "./conversations.ts";
import type { Message } from "./message.ts";
import { bot, channelId, team, tenant, userId } from "./names.ts";

export type Activity = Readonly<Record<string, unknown>>;

export interface Speaker {
  readonly person: Person;
  readonly conversation: Conversation;
  readonly serviceUrl: string;
  readonly at: Instant;
}

const channelData = ({ kind, id }: Conversation) => ({
  tenant: { id: tenant },
  ...(kind === "channel" ? { team: { id: team.id, name: team.name }, channel: { id }, teamsTeamId: team.id } : {}),
});

/** What surrounds everything that a person's Teams sends to the bot. */
const envelope = ({ person, conversation, serviceUrl, at }: Speaker): Activity => ({
  id: `f:${randomUUID()}`,
  channelId,
  serviceUrl,
  timestamp: toIso(at),
  localTimestamp: toIso(at),
  localTimezone: "Europe/London",
  locale: "en-GB",
  from: { id: userId(person.account), name: person.name, aadObjectId: person.account },
  recipient: bot,
  conversation: {
    id: conversation.id,
    conversationType: typeOf[conversation.kind],
    tenantId: tenant,
    ...(conversation.kind === "personal" ? {} : { isGroup: true, name: conversation.title }),
  },
  channelData: channelData(conversation),
  entities: [{ type: "clientInfo", locale: "en-GB", country: "GB", platform: "Web", timezone: "Europe/London" }],
});

const mention = { type: "mention", text: `<at>${bot.name}</at>`, mentioned: { id: bot.id, name: bot.name } };

/** Something typed. In a channel the bot only hears what mentions it. */
export const typedActivity = (speaker: Speaker, text: string): Activity => {
  const whole = envelope(speaker);
  if (speaker.conversation.kind === "personal") return { ...whole, type: "message", text, textFormat: "plain" };
  const tagged = text.replace(new RegExp(`@?${bot.name}\\b`, "i"), mention.text);
  return { ...whole, type: "message", text: tagged, textFormat: "plain", entities: [mention] };
};

/** The press of an Action.Submit: a message without words. */
export const submittedActivity = (speaker: Speaker, replyToId: string, value: unknown): Activity => ({
  ...envelope(speaker),
  type: "message",
  replyToId,
  value,
});

export const invokeActivity = (speaker: Speaker, name: string, value: unknown, replyToId?: string): Activity => ({
  ...envelope(speaker),
  type: "invoke",
  name,
  value,
  ...(replyToId === undefined ? {} : { replyToId }),
});

/** The two activities that an installation sends, in Teams' order. */
export const installActivities = (speaker: Speaker): readonly Activity[] => [
  {
    ...envelope(speaker),
    type: "conversationUpdate",
    membersAdded: [{ id: bot.id }, { id: userId(speaker.person.account) }],
  },
  { ...envelope(speaker), type: "installationUpdate", action: "add" },
];

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A message as the message extension is handed it. */
export const payloadOf = (message: Message, author: Person | undefined): Activity => ({
  id: message.id,
  replyToId: null,
  createdDateTime: toIso(message.at),
  lastModifiedDateTime: null,
  deleted: false,
  importance: "normal",
  locale: "en-gb",
  from: author
    ? { user: { userIdentityType: "aadUser", id: author.account, displayName: author.name } }
    : { application: { applicationIdentityType: "bot", id: bot.id, displayName: bot.name } },
  body: { contentType: "html", content: `<div>${escaped(message.text || message.summary)}</div>` },
  attachments: [],
  mentions: [],
  reactions: [],
});
