import type { Clock } from "../app/ports/clock.ts";
import type { Person } from "../domain/people.ts";
import { invokeActivity, type Activity, type Speaker } from "./activities.ts";
import type { Conversation } from "./conversations.ts";
import type { BotAnswer } from "./invoked.ts";
import type { Message } from "./message.ts";

export interface LineDeps {
  readonly clock: Clock;
  /** Posts to the bot's `/api/messages`. */
  readonly post: (activity: Activity) => Promise<BotAnswer>;
  readonly serviceUrl: () => string;
  /** Milliseconds after which Teams tells the person that it failed; 15,000 in service. */
  readonly patienceMs: number;
}

/** Somebody in front of a conversation. */
export interface Seat {
  readonly person: Person;
  readonly conversation: Conversation;
}

/** The line from a person's Teams to the bot. It never rejects: a broken line is a gateway's failure. */
export const createLine = ({ clock, post, serviceUrl, patienceMs }: LineDeps) => {
  const send = (activity: Activity): Promise<BotAnswer> => withPatience(post(activity), patienceMs);
  const speaker = (seat: Seat): Speaker => ({ ...seat, serviceUrl: serviceUrl(), at: clock.now() });
  return {
    send,
    speaker,
    invoke: (seat: Seat, name: string, value: unknown, message?: Message): Promise<BotAnswer> =>
      send(invokeActivity(speaker(seat), name, value, message?.id)),
  };
};
export type Line = ReturnType<typeof createLine>;

/** Teams gives up waiting; the bot may still be at it. */
const withPatience = async (answer: Promise<BotAnswer>, ms: number): Promise<BotAnswer> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<BotAnswer>((resolve) => {
    timer = setTimeout(resolve, ms, { status: 504, body: undefined });
  });
  try {
    return await Promise.race([answer.catch(() => ({ status: 502, body: undefined })), late]);
  } finally {
    clearTimeout(timer);
  }
};
