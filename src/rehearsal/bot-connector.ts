import { z } from "zod";
import type { Person } from "../domain/people.ts";
import type { Hub } from "./hub.ts";
import type { Answer, Asked } from "./http.ts";
import { readSent, type Said } from "./message.ts";
import { accountOf, bot, chatWith, connectorPath, team, tenant, userId } from "./names.ts";
import type { Room } from "./room.ts";

export interface ConnectorDeps {
  readonly room: Room;
  readonly people: readonly Person[];
  readonly hub: Hub;
}

export interface Route {
  readonly method: "get" | "post" | "put" | "del";
  readonly path: string;
  readonly handle: (asked: Asked) => Promise<Answer>;
}

const fault = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
});
const noConversation = fault(404, "ConversationNotFound", "Conversation not found.");
const noActivity = fault(404, "ActivityNotFoundInConversation", "Activity not found in the conversation.");
const noMember = fault(404, "MemberNotFoundInConversation", "Member not found in the conversation.");
const notInRoster = fault(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");

/** The calls that a bot makes to the Bot Connector, answered as Teams would. */
export const connectorRoutes = (deps: ConnectorDeps): readonly Route[] => {
  const base = `${connectorPath}/v3`;
  const activities = `${base}/conversations/:conversation/activities`;
  const members = `${base}/conversations/:conversation`;
  return [
    { method: "post", path: `${base}/conversations`, handle: (asked) => create(deps, asked) },
    { method: "post", path: activities, handle: (asked) => post(deps, asked) },
    { method: "post", path: `${activities}/:activity`, handle: (asked) => post(deps, asked) },
    { method: "put", path: `${activities}/:activity`, handle: (asked) => update(deps, asked) },
    { method: "del", path: `${activities}/:activity`, handle: (asked) => remove(deps, asked) },
    { method: "get", path: `${members}/members`, handle: (asked) => listMembers(deps, asked) },
    { method: "get", path: `${members}/members/:member`, handle: (asked) => oneMember(deps, asked) },
    { method: "get", path: `${members}/pagedmembers`, handle: (asked) => pagedMembers(deps, asked) },
    { method: "get", path: `${base}/teams/:team`, handle: (asked) => oneTeam(asked) },
    { method: "get", path: `${base}/teams/:team/conversations`, handle: (asked) => teamChannels(deps, asked) },
  ];
};

/** The place that the bot may speak in, or the refusal Teams would give. */
const placeOf = ({ room }: ConnectorDeps, asked: Asked) => {
  const conversation = room.conversation(asked.part("conversation"));
  if (!conversation) return { refused: noConversation };
  return conversation.hasBot ? { conversation } : { refused: notInRoster };
};

const post = async (deps: ConnectorDeps, asked: Asked): Promise<Answer> => {
  const place = placeOf(deps, asked);
  if ("refused" in place) return place.refused;
  const sent = readSent(await asked.json());
  switch (sent.outcome) {
    case "refused":
      return fault(sent.status, sent.code, sent.why);
    case "typing":
      deps.hub.publish({ kind: "typing", conversation: place.conversation.id });
      return { status: 201, body: { id: "typing" } };
    case "said":
      return { status: 201, body: { id: (await deps.room.add(asked.part("conversation"), bot.id, sent.said)).id } };
  }
};

const update = async (deps: ConnectorDeps, asked: Asked): Promise<Answer> => {
  const place = placeOf(deps, asked);
  if ("refused" in place) return place.refused;
  const message = deps.room.message(place.conversation.id, asked.part("activity"));
  if (message?.from !== bot.id || message.deleted) return noActivity;
  const sent = readSent(await asked.json());
  if (sent.outcome === "refused") return fault(sent.status, sent.code, sent.why);
  if (sent.outcome === "said") await deps.room.replace(message, sent.said);
  return { status: 200, body: { id: message.id } };
};

const remove = async (deps: ConnectorDeps, asked: Asked): Promise<Answer> => {
  const place = placeOf(deps, asked);
  if ("refused" in place) return place.refused;
  const message = deps.room.message(place.conversation.id, asked.part("activity"));
  if (message?.from !== bot.id || message.deleted) return noActivity;
  await deps.room.remove(message);
  return { status: 200 };
};

const createSchema = z.object({
  isGroup: z.boolean().nullish(),
  members: z.array(z.object({ id: z.string() })).optional(),
  channelData: z.object({ channel: z.object({ id: z.string() }).optional() }).nullish(),
  activity: z.unknown().optional(),
});

/** A chat with one person, by Teams id or account; or a new post in a channel. */
const create = async (deps: ConnectorDeps, asked: Asked): Promise<Answer> => {
  const body = createSchema.safeParse(await asked.json());
  if (!body.success) return fault(400, "BadSyntax", z.prettifyError(body.error));
  const channel = body.data.channelData?.channel?.id;
  const wanted = accountOf(body.data.members?.[0]?.id ?? "");
  const id = channel ?? chatWith(wanted);
  const conversation = deps.room.conversation(id);
  if (!conversation?.hasBot) return fault(403, "ForbiddenOperationException", "The bot cannot reach this person.");
  const sent = readSent(body.data.activity);
  if (sent.outcome !== "said" || isEmpty(sent.said)) return { status: 201, body: { id: conversation.id } };
  const { id: activityId } = await deps.room.add(conversation.id, bot.id, sent.said);
  return { status: 201, body: { id: conversation.id, activityId } };
};

const isEmpty = ({ text, card }: Said): boolean => text === "" && card === null;

/** A member as Teams describes one. */
const memberOf = ({ account, name, id }: Person) => {
  const [givenName = name, ...rest] = name.split(" ");
  const surname = rest.join(" ");
  return {
    id: userId(account),
    aadObjectId: account,
    objectId: account,
    name,
    givenName,
    surname,
    email: id,
    userPrincipalName: id,
    tenantId: tenant,
    userRole: "user",
  };
};

const membersIn = (deps: ConnectorDeps, asked: Asked): Person[] | undefined => {
  const place = placeOf(deps, asked);
  if ("refused" in place) return undefined;
  return deps.people.filter(({ account }) => place.conversation.members.includes(account));
};

const listMembers = (deps: ConnectorDeps, asked: Asked): Promise<Answer> => {
  const members = membersIn(deps, asked);
  return Promise.resolve(members ? { status: 200, body: members.map(memberOf) } : noConversation);
};

const pagedMembers = (deps: ConnectorDeps, asked: Asked): Promise<Answer> => {
  const members = membersIn(deps, asked);
  return Promise.resolve(members ? { status: 200, body: { members: members.map(memberOf) } } : noConversation);
};

const oneMember = (deps: ConnectorDeps, asked: Asked): Promise<Answer> => {
  const wanted = accountOf(asked.part("member"));
  const member = membersIn(deps, asked)?.find(({ account, id }) => account === wanted || id === wanted);
  return Promise.resolve(member ? { status: 200, body: memberOf(member) } : noMember);
};

const oneTeam = (asked: Asked): Promise<Answer> =>
  Promise.resolve(
    asked.part("team") === team.id
      ? { status: 200, body: { ...team, aadGroupId: tenant } }
      : fault(404, "NotFound", "Team not found."),
  );

const teamChannels = ({ room, people }: ConnectorDeps, asked: Asked): Promise<Answer> => {
  if (asked.part("team") !== team.id) return Promise.resolve(fault(404, "NotFound", "Team not found."));
  const all = people.flatMap(({ account }) => room.conversationsOf(account)).filter(({ kind }) => kind === "channel");
  const conversations = [...new Map(all.map(({ id, title }) => [id, { id, name: title }])).values()];
  return Promise.resolve({ status: 200, body: { conversations } });
};
