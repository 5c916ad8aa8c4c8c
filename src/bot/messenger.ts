import type { Address, Message, Messenger, Sent } from "../app/ports/messenger.ts";
import type { Clock } from "../app/ports/clock.ts";
import type { Directory } from "../app/ports/directory.ts";
import type { Log } from "../app/ports/log.ts";
import type { Council } from "../domain/council.ts";
import type { Person } from "../domain/people.ts";
import type { Copy } from "../domain/report/facts.ts";
import { contentOf } from "./cards.ts";
import type { Conversations, Reference } from "./conversations.ts";
import type { Outbox, Posted } from "./outbound/outbox.ts";
import { toActivity, type Content } from "./reply.ts";
import { withUsers } from "./refresh.ts";

export interface MessengerDeps {
  readonly outbox: Outbox;
  readonly conversations: Conversations;
  readonly directory: Directory;
  readonly council: Council;
  readonly clock: Clock;
  readonly log: Log;
  readonly tenant: string;
  /** Where to speak first, when no conversation says better. */
  readonly serviceUrl: () => string;
  /** The bot's own Teams id ("28:" and the app id). */
  readonly bot: string;
}

/** A place to speak in, or why there is none. */
type Place = { readonly reference: Reference; readonly fresh: boolean } | { readonly refused: Sent };

/** The messenger port over Teams: one lane a person or channel, so that what is said keeps its order. */
export const createMessenger = (deps: MessengerDeps): Messenger => {
  const { outbox, conversations, directory } = deps;

  const sendToChannel = async (channel: string, message: Message): Promise<Sent> => {
    const found = deps.council.channels[channel];
    if (!found) return { outcome: "unreachable", why: `the council file has no channel "${channel}"` };
    const known = await conversations.of(found.conversation);
    const reference = known ?? unseen(deps, found.conversation);
    return asSent(await post(deps, reference, contentOf(message)), reference.conversation);
  };

  const send = (to: Address, message: Message): Promise<Sent> => {
    if ("channel" in to) return outbox.inLane(`channel:${to.channel}`, () => sendToChannel(to.channel, message));
    const person = directory.person(to.person);
    if (!person) return Promise.resolve({ outcome: "unreachable", why: "not on the roster" });
    return outbox.inLane(`person:${person.id}`, () => sendToPerson(deps, person, contentOf(message)));
  };

  const update = async (copy: Copy, message: Message): Promise<Sent> => {
    const known = await conversations.of(copy.conversation);
    const reference = known ?? unseen(deps, copy.conversation);
    const path = `/v3/conversations/${encodeURIComponent(copy.conversation)}/activities/${encodeURIComponent(copy.activity)}`;
    const posted = await deliver(deps, reference, "PUT", path, contentOf(message), copy.activity);
    return asSent(posted.outcome === "accepted" ? { ...posted, id: copy.activity } : posted, copy.conversation);
  };

  /** A channel's thread is a conversation of its own, named by the message that begins it. */
  const reply = async (under: Copy, message: Message): Promise<Sent> => {
    const known = (await conversations.of(under.conversation)) ?? unseen(deps, under.conversation);
    const conversation = `${known.conversation};messageid=${under.activity}`;
    return asSent(await post(deps, { ...known, conversation }, contentOf(message)), conversation);
  };

  return {
    send,
    reply: (under, message) => outbox.inLane(laneOf(under), () => reply(under, message)),
    update: (copy, message) => outbox.inLane(laneOf(copy), () => update(copy, message)),
  };
};

/** Says something to a person in their own chat, apart from any report's delivery. */
export const createPrivateWord =
  (deps: MessengerDeps) =>
  async (person: Person, content: Content): Promise<"said" | "unreachable"> => {
    const sent = await deps.outbox.inLane(`person:${person.id}`, () => sendToPerson(deps, person, content));
    return sent.outcome === "accepted" ? "said" : "unreachable";
  };

const sendToPerson = async (deps: MessengerDeps, person: Person, content: Content): Promise<Sent> => {
  const place = await placeFor(deps, person);
  if ("refused" in place) return place.refused;
  const posted = await post(deps, place.reference, content);
  if (place.fresh || !isGone(posted)) return asSent(posted, place.reference.conversation);
  // The reference went stale (a reinstall, another region): Teams is asked for the chat anew, once.
  const again = await openChat(deps, person);
  if ("refused" in again) return again.refused;
  return asSent(await post(deps, again.reference, content), again.reference.conversation);
};

const laneOf = ({ kind, where }: Copy): string => (kind === "channel" ? `channel:${where}` : `person:${where}`);

/** A conversation that nobody has spoken in yet. */
const unseen = ({ serviceUrl, tenant, bot }: MessengerDeps, conversation: string): Reference => ({
  conversation,
  serviceUrl: serviceUrl(),
  tenant,
  bot,
  person: null,
  user: null,
  since: 0,
});

const placeFor = async (deps: MessengerDeps, person: Person): Promise<Place> => {
  const reference = await deps.conversations.ofPerson(person.id);
  return reference ? { reference, fresh: false } : openChat(deps, person);
};

/** Asks Teams for the chat with a person, from the account and the tenant alone. */
const openChat = async (deps: MessengerDeps, person: Person): Promise<Place> => {
  const serviceUrl = deps.serviceUrl();
  const posted = await deps.outbox.post({
    method: "POST",
    serviceUrl,
    path: "/v3/conversations",
    body: {
      isGroup: false,
      bot: { id: deps.bot, name: "Watchful" },
      members: [{ id: person.account }],
      tenantId: deps.tenant,
      channelData: { tenant: { id: deps.tenant } },
    },
    thread: `new:${person.id}`,
    tenant: deps.tenant,
  });
  if (posted.outcome !== "accepted") return { refused: asSent(posted, "") };
  const reference = { ...unseen(deps, posted.id), person: person.id, since: deps.clock.now() };
  await deps.conversations.save(reference);
  return { reference, fresh: true };
};

const post = (deps: MessengerDeps, reference: Reference, content: Content): Promise<Posted> =>
  deliver(
    deps,
    reference,
    "POST",
    `/v3/conversations/${encodeURIComponent(reference.conversation)}/activities`,
    content,
  );

const deliver = async (
  deps: MessengerDeps,
  reference: Reference,
  method: "POST" | "PUT",
  path: string,
  content: Content,
  activity?: string,
): Promise<Posted> => {
  const body = {
    ...toActivity(await withUsers(deps, content)),
    ...(activity === undefined ? {} : { id: activity }),
    from: { id: reference.bot, name: "Watchful" },
    conversation: { id: reference.conversation },
  };
  const { serviceUrl, conversation, tenant } = reference;
  const posted = await deps.outbox.post({ method, serviceUrl, path, body, thread: conversation, tenant });
  if (posted.outcome === "refused") deps.log.warn("message refused", { status: posted.status, code: posted.code });
  return posted;
};

const isGone = (posted: Posted): boolean => posted.outcome === "refused" && posted.status === 404;

const asSent = (posted: Posted, conversation: string): Sent => {
  switch (posted.outcome) {
    case "accepted":
      return { outcome: "accepted", conversation, activity: posted.id };
    case "refused":
      return { outcome: "unreachable", why: `Teams refused: ${String(posted.status)} ${posted.code}` };
    case "later":
      return posted;
  }
};
