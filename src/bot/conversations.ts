import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Clock } from "../app/ports/clock.ts";
import type { Log } from "../app/ports/log.ts";
import { NotDurable, type Records } from "../app/ports/records.ts";
import { instantSchema } from "../domain/instants.ts";
import type { Person, PersonId } from "../domain/people.ts";
import { isPersonal, type Inbound } from "./inbound/activity.ts";

/** Everything that is needed to speak in a conversation again, after a restart and without being spoken to. */
const referenceSchema = z.strictObject({
  conversation: z.string(),
  serviceUrl: z.string(),
  tenant: z.string(),
  /** The bot's own id in this channel ("28:…"). */
  bot: z.string(),
  /** Set for a personal chat. */
  person: z.string().nullable(),
  /** The person's Teams id ("29:…"), which cards name to refresh by themselves; null before they have spoken. */
  user: z.string().nullable(),
  /** When this reference last changed; the newest of a person's chats is the one that works. */
  since: instantSchema,
});
export type Reference = z.infer<typeof referenceSchema>;

/** What every chat of one person is found under. */
const personKey = (id: PersonId): string => `person:${id}`;

export interface ConversationDeps {
  readonly records: Records;
  readonly clock: Clock;
  readonly log: Log;
}

/** Bounds what is remembered in memory; beyond it the store is asked. */
const remembered = 10_000;

/**
 * Conversation references, one document each, written only when something changed. A reference that cannot be saved does not
 * stop a turn: the next turn tries again, and `POST /v3/conversations` finds the chat without it.
 */
export const createConversations = ({ records, clock, log }: ConversationDeps) => {
  const known = new Map<string, Reference>();

  const save = async (reference: Reference): Promise<void> => {
    if (same(known.get(reference.conversation), reference)) return;
    try {
      await write(records, reference);
      if (known.size >= remembered) known.clear();
      known.set(reference.conversation, reference);
    } catch (error) {
      if (!(error instanceof NotDurable)) throw error;
      log.warn("conversation reference not saved");
    }
  };

  return {
    save,
    /** Keeps what a turn shows of where it came from. */
    remember: (activity: Inbound, person: Person | undefined, tenant: string): Promise<void> =>
      save(toReference(activity, person, tenant, clock.now())),
    /** The chat with a person that was last seen to work. */
    ofPerson: async (person: PersonId): Promise<Reference | undefined> => {
      const found = await records.find("conversation", personKey(person), { limit: 50 });
      return found
        .flatMap(({ body }) => referenceSchema.safeParse(body).data ?? [])
        .toSorted((a, b) => b.since - a.since)[0];
    },
    of: async (conversation: string): Promise<Reference | undefined> =>
      known.get(conversation) ?? (await read(records, conversation)).reference,
  };
};
export type Conversations = ReturnType<typeof createConversations>;

const read = async (
  records: Records,
  conversation: string,
): Promise<{ version: number; reference: Reference | undefined }> => {
  const stored = await records.read({ kind: "conversation", id: conversation });
  if (!stored) return { version: 0, reference: undefined };
  return { version: stored.version, reference: referenceSchema.safeParse(stored.body).data };
};

const write = async (records: Records, reference: Reference): Promise<void> => {
  const { version, reference: before } = await read(records, reference.conversation);
  if (same(before, reference)) return;
  const keys = reference.person === null ? [] : [personKey(reference.person)];
  const key = { kind: "conversation", id: reference.conversation } as const;
  // A conflict means that another turn wrote what this one knows.
  await records.commit({ ...key, expectedVersion: version, body: reference, dueAt: null, keys });
};

/** Two references that say the same, whenever it was said. */
const same = (a: Reference | undefined, b: Reference): boolean =>
  isDeepStrictEqual({ ...a, since: 0 }, { ...b, since: 0 });

const toReference = (activity: Inbound, person: Person | undefined, tenant: string, since: number): Reference => {
  const chat = isPersonal(activity);
  return {
    // A reply in a channel arrives in its own thread; what is remembered is the channel.
    conversation: activity.conversation.id.split(";")[0] ?? activity.conversation.id,
    serviceUrl: activity.serviceUrl,
    tenant,
    bot: activity.recipient.id,
    person: chat && person ? person.id : null,
    user: chat ? activity.from.id : null,
    since,
  };
};
