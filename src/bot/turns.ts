import { z } from "zod";
import type { Log } from "../app/ports/log.ts";
import { NotDurable, type Records } from "../app/ports/records.ts";
import type { Inbound } from "./inbound/activity.ts";
import type { HttpAnswer } from "./inbound/door.ts";

/** The last activities of one conversation that were answered, oldest first. One document a conversation: it cannot grow. */
const answeredSchema = z.strictObject({ answered: z.array(z.string()) });
const kept = 50;

/** How often a write is tried again when another turn of the same conversation came between. */
const tries = 5;

export interface TurnDeps {
  readonly records: Records;
  readonly log: Log;
}

/** Who sent which activity: an id alone could be repeated by somebody else to read the answer. */
export const turnKey = ({ from, conversation, id }: Inbound): string | null =>
  id === undefined ? null : JSON.stringify([conversation.id, from.id, id]);

/**
 * Teams sends an activity again when an answer was slow. In one process the second waits for the first and gets its
 * answer; later, or after a restart, the document says that it was answered.
 */
export const createTurns = ({ records, log }: TurnDeps) => {
  const running = new Map<string, Promise<HttpAnswer>>();

  return {
    /** Runs `work` once for an activity that arrives several times at the same moment; all get its result. */
    together: async (activity: Inbound, work: () => Promise<HttpAnswer>): Promise<HttpAnswer> => {
      const key = turnKey(activity);
      if (key === null) return work();
      const before = running.get(key);
      if (before) return before;
      const mine = work();
      running.set(key, mine);
      try {
        return await mine;
      } finally {
        running.delete(key);
      }
    },
    /** Whether this activity was answered before. */
    answered: async (activity: Inbound, key = turnKey(activity)): Promise<boolean> =>
      key !== null && (await read(records, activity.conversation.id)).answered.includes(key),
    /** Notes that it was answered. What was done is durable already: a store that fails here costs a repeated answer at most. */
    note: async (activity: Inbound, key = turnKey(activity)): Promise<void> => {
      if (key === null) return;
      try {
        const noted = await write(records, activity.conversation.id, key);
        if (!noted) log.warn("turn not noted: too many turns at once");
      } catch (error) {
        if (!(error instanceof NotDurable)) throw error;
        log.warn("turn not noted: store cannot be written");
      }
    },
  };
};

const read = async (records: Records, conversation: string) => {
  const stored = await records.read({ kind: "turn", id: conversation });
  const parsed = answeredSchema.safeParse(stored?.body);
  return { version: stored?.version ?? 0, answered: parsed.success ? parsed.data.answered : [] };
};

const write = async (records: Records, conversation: string, key: string): Promise<boolean> => {
  for (let tried = 1; tried <= tries; tried += 1) {
    const { version, answered } = await read(records, conversation);
    const body = { answered: [...answered, key].slice(-kept) };
    const commit = { kind: "turn", id: conversation, expectedVersion: version, body, dueAt: null, keys: [] } as const;
    if ((await records.commit(commit)) === "committed") return true;
  }
  return false;
};

export type Turns = ReturnType<typeof createTurns>;
