import { isDeepStrictEqual } from "node:util";
import type { Clock } from "../app/ports/clock.ts";
import type { Person } from "../domain/people.ts";
import {
  installActivities,
  invokeActivity,
  payloadOf,
  submittedActivity,
  typedActivity,
  type Activity,
  type Speaker,
} from "./activities.ts";
import type { Conversation } from "./conversations.ts";
import { readExecuted, readTasked, type BotAnswer } from "./invoked.ts";
import type { Message } from "./message.ts";
import { accountOf, bot, userId } from "./names.ts";
import type { Room } from "./room.ts";
import type { CardJson, DialogKind, Outcome } from "./wire.ts";

export interface TeamsDeps {
  readonly room: Room;
  readonly people: readonly Person[];
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

export interface Press {
  readonly type: "Action.Execute" | "Action.Submit";
  readonly verb: string;
  /** The action's data with the inputs merged in. */
  readonly data: Readonly<Record<string, unknown>>;
}

const commandId = "reportThis";

/** What a person's Teams does: says, presses, refreshes, opens dialogs. The bot is reached over HTTP, as in service. */
export const createTeams = (deps: TeamsDeps) => {
  const { room } = deps;
  const installs = new Map<string, Promise<void>>();
  const speaker = ({ person, conversation }: Seat): Speaker => ({
    person,
    conversation,
    serviceUrl: deps.serviceUrl(),
    at: deps.clock.now(),
  });
  const post = (activity: Activity): Promise<BotAnswer> => withPatience(deps.post(activity), deps.patienceMs);
  const invoke = (seat: Seat, name: string, value: unknown, message?: Message): Promise<BotAnswer> =>
    post(invokeActivity(speaker(seat), name, value, message?.id));

  const execute = async (
    seat: Seat,
    message: Message,
    press: Press,
    trigger: "manual" | "automatic",
  ): Promise<Outcome> => {
    const { verb, data } = press;
    const value = { action: { type: "Action.Execute", verb, data }, trigger };
    const outcome = readExecuted(await invoke(seat, "adaptiveCard/action", value, message));
    if (outcome.outcome === "card") await show(seat, message, outcome.card);
    return outcome;
  };

  /** An update of the bot's own that came meanwhile is older than the answer: the answer stands. */
  const show = async ({ person }: Seat, message: Message, card: CardJson): Promise<void> => {
    const now = room.message(message.conversation, message.id);
    if (!now || isDeepStrictEqual(now.views[person.account] ?? now.card, card)) return;
    await room.showTo(now, person.account, card);
  };

  const submit = async (seat: Seat, message: Message, { data }: Press): Promise<Outcome> => {
    if (isTaskFetch(data)) return readTasked(await invoke(seat, "task/fetch", { data, context }, message));
    const { status } = await post(submittedActivity(speaker(seat), message.id, data));
    return status < 300
      ? { outcome: "done" }
      : { outcome: "failed", why: `The bot answered with status ${String(status)}.` };
  };

  const extension = (message: Message) => ({
    commandId,
    commandContext: "message",
    messagePayload: payloadOf(
      message,
      deps.people.find(({ account }) => account === accountOf(message.from)),
    ),
    context,
  });

  const installNow = async (person: Person, conversation: Conversation): Promise<void> => {
    for (const activity of installActivities(speaker({ person, conversation }))) {
      if ((await post(activity)).status >= 300) return;
    }
    await room.install(person.account);
  };

  return {
    /** Says something. The message stands in the conversation even when the bot fails to answer. */
    say: async (seat: Seat, text: string): Promise<Outcome> => {
      const { conversation, person } = seat;
      await room.add(conversation.id, userId(person.account), { text, format: "plain", summary: "", card: null });
      await room.markRead(person.account, conversation.id);
      if (!conversation.hasBot || (conversation.kind !== "personal" && !mentions(text))) return { outcome: "done" };
      const { status } = await post(typedActivity(speaker(seat), text));
      return status < 300
        ? { outcome: "done" }
        : { outcome: "failed", why: `The bot answered with status ${String(status)}.` };
    },
    press: (seat: Seat, message: Message, press: Press): Promise<Outcome> =>
      press.type === "Action.Execute" ? execute(seat, message, press, "manual") : submit(seat, message, press),
    /** What Teams does by itself when a card with a refresh for this person comes into view. */
    refresh: (seat: Seat, message: Message): Promise<Outcome> => {
      const press = refreshOf(message, seat.person);
      return press ? execute(seat, message, press, "automatic") : Promise.resolve({ outcome: "done" });
    },
    /** "Report this" on a message. */
    reportThis: async (seat: Seat, message: Message): Promise<Outcome> =>
      readTasked(await invoke(seat, "composeExtension/fetchTask", extension(message))),
    answerDialog: async (
      seat: Seat,
      kind: DialogKind,
      message: Message,
      data: Readonly<Record<string, unknown>>,
    ): Promise<Outcome> =>
      kind === "task"
        ? readTasked(await invoke(seat, "task/submit", { data, context }, message))
        : readTasked(await invoke(seat, "composeExtension/submitAction", { ...extension(message), data })),
    /** Installs the app for a person, once. A bot that does not answer is asked again the next time. */
    install: (person: Person, conversation: Conversation): Promise<void> => {
      if (room.isInstalled(person.account)) return Promise.resolve();
      const known = installs.get(person.account);
      if (known) return known;
      const started = installNow(person, conversation).finally(() => installs.delete(person.account));
      installs.set(person.account, started);
      return started;
    },
  };
};
export type Teams = ReturnType<typeof createTeams>;

const context = { theme: "default" };

const mentions = (text: string): boolean => text.toLowerCase().includes(`@${bot.name.toLowerCase()}`);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTaskFetch = (data: Press["data"]): boolean =>
  isObject(data["msteams"]) && data["msteams"]["type"] === "task/fetch";

/** The refresh that Teams would send for this person. It carries the card's data as it stands in the message. */
const refreshOf = (message: Message, { account }: Person): Press | null => {
  const refresh = (message.views[account] ?? message.card)?.["refresh"];
  if (!isObject(refresh) || !isObject(refresh["action"]) || !Array.isArray(refresh["userIds"])) return null;
  if (!refresh["userIds"].includes(userId(account))) return null;
  const { verb, data } = refresh["action"];
  return { type: "Action.Execute", verb: typeof verb === "string" ? verb : "", data: isObject(data) ? data : {} };
};

/** Teams gives up waiting; the bot may still be at it. A broken line counts as a gateway's failure. */
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
