import { NotDurable } from "../app/ports/records.ts";
import type { BotDeps } from "./deps.ts";
import type { Inbound } from "./inbound/activity.ts";
import type { HttpAnswer } from "./inbound/door.ts";
import type { Outbox, Posted } from "./outbound/outbox.ts";
import { toActivity, type Content, type Reply } from "./reply.ts";
import { createRouter, refusal } from "./router.ts";
import { words } from "./words.ts";

/** Milliseconds a turn waits for its own messages to leave. Teams gives up at 15 s; what is still waiting then leaves afterwards. */
const patienceMs = 10_000;

/** The bot: one parsed, proved activity in; what Teams is answered out. Never rejects. */
export const createBot = (deps: BotDeps, outbox: Outbox) => {
  const route = createRouter(deps);

  const routed = async (activity: Inbound): Promise<Reply> => {
    try {
      return await route(activity);
    } catch (error) {
      const what = error instanceof NotDurable ? words.notSaved(deps.council) : words.fault(deps.council);
      deps.log.error("turn failed", { type: activity.type, error: error instanceof Error ? error.name : "unknown" });
      return refusal(activity, what);
    }
  };

  const turn = async (activity: Inbound): Promise<HttpAnswer> => {
    const isMessage = activity.type === "message";
    if (isMessage && (await answeredBefore(deps, activity))) return { status: 200 };
    const reply = await routed(activity);
    if (reply.kind === "answer") return { status: reply.status, body: reply.body };
    const sent = deliver(deps, outbox, activity, reply).then(() => (isMessage ? deps.turns.note(activity) : undefined));
    await within(patienceMs, sent);
    return { status: 200 };
  };

  return (activity: Inbound): Promise<HttpAnswer> => deps.turns.together(activity, () => turn(activity));
};

/** A store that cannot be read must not silence the bot: it then answers as to a first message. */
const answeredBefore = async ({ turns, log }: BotDeps, activity: Inbound): Promise<boolean> => {
  try {
    return await turns.answered(activity);
  } catch {
    log.error("turns cannot be read");
    return false;
  }
};

const deliver = async (deps: BotDeps, outbox: Outbox, activity: Inbound, reply: Reply): Promise<void> => {
  switch (reply.kind) {
    case "say":
      for (const content of reply.contents) await post(deps, outbox, activity, content, null);
      return;
    case "replace":
      return post(deps, outbox, activity, reply.content, reply.activity);
    case "answer":
    case "nothing":
      return;
  }
};

const post = async (
  deps: BotDeps,
  outbox: Outbox,
  activity: Inbound,
  content: Content,
  replaces: string | null,
): Promise<void> => {
  const { conversation, serviceUrl, recipient } = activity;
  const base = `/v3/conversations/${encodeURIComponent(conversation.id)}/activities`;
  const send = (method: "POST" | "PUT", path: string, id: Record<string, string>): Promise<Posted> =>
    outbox.post({
      method,
      serviceUrl,
      path,
      body: { ...toActivity(content), ...id, from: recipient, conversation: { id: conversation.id } },
      thread: conversation.id,
      tenant: deps.tenant,
    });
  await outbox.inLane(conversation.id, async () => {
    // A sentence does not take a card's place: the card would be gone.
    const inPlace = replaces !== null && typeof content !== "string";
    const posted = inPlace
      ? await send("PUT", `${base}/${encodeURIComponent(replaces)}`, { id: replaces })
      : await send("POST", base, {});
    if (posted.outcome !== "accepted") deps.log.warn("answer not delivered", { outcome: posted.outcome });
  });
};

/** Waits for `work`, but no longer than this; `work` goes on by itself. */
const within = async (ms: number, work: Promise<unknown>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
};
