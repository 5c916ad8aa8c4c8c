import { isDeepStrictEqual } from "node:util";
import type { Person } from "../domain/people.ts";
import { installActivities, payloadOf, submittedActivity, typedActivity } from "./activities.ts";
import type { Line, Seat } from "./bot-line.ts";
import { readExecuted, readPosted, readTasked } from "./invoked.ts";
import type { Message } from "./message.ts";
import { accountOf, bot, userId } from "./names.ts";
import type { Room } from "./room.ts";
import type { CardJson, DialogKind, Outcome } from "./wire.ts";

export interface TeamsDeps {
  readonly room: Room;
  readonly people: readonly Person[];
  readonly line: Line;
}

export interface Press {
  readonly type: "Action.Execute" | "Action.Submit";
  readonly verb: string;
  /** The action's data with the inputs merged in. */
  readonly data: CardJson;
}

const commandId = "reportThis";
const context = { theme: "default" };

/** What a person's Teams does: says, presses, refreshes, opens dialogs. The bot is reached over HTTP, as in service. */
export const createTeams = (deps: TeamsDeps) => ({
  say: (seat: Seat, text: string): Promise<Outcome> => say(deps, seat, text),
  press: (seat: Seat, message: Message, press: Press): Promise<Outcome> =>
    press.type === "Action.Execute"
      ? execute(deps, seat, message, press, "manual")
      : submit(deps, seat, message, press),
  /** What Teams does by itself when a card with a refresh for this person comes into view. */
  refresh: (seat: Seat, message: Message): Promise<Outcome> => {
    const press = refreshOf(message, seat.person);
    if (press === null) return Promise.resolve({ outcome: "done" });
    return execute(deps, seat, message, press, "automatic");
  },
  /** "Report this" on a message. */
  reportThis: async (seat: Seat, message: Message): Promise<Outcome> =>
    readTasked(await deps.line.invoke(seat, "composeExtension/fetchTask", extension(deps, message))),
  answerDialog: async (seat: Seat, kind: DialogKind, message: Message, data: CardJson): Promise<Outcome> =>
    kind === "task"
      ? readTasked(await deps.line.invoke(seat, "task/submit", { data, context }, message))
      : readTasked(
          await deps.line.invoke(seat, "composeExtension/submitAction", { ...extension(deps, message), data }),
        ),
  install: onceAtATime((seat: Seat) => install(deps, seat)),
});
export type Teams = ReturnType<typeof createTeams>;

/** The message stands in the conversation even when the bot fails to answer. */
const say = async ({ room, line }: TeamsDeps, seat: Seat, text: string): Promise<Outcome> => {
  const { conversation, person } = seat;
  await room.add(conversation.id, userId(person.account), { text, format: "plain", summary: "", card: null });
  await room.markRead(person.account, conversation.id);
  if (!conversation.hasBot || (conversation.kind !== "personal" && !mentions(text))) return { outcome: "done" };
  return readPosted(await line.send(typedActivity(line.speaker(seat), text)));
};

const execute = async (
  deps: TeamsDeps,
  seat: Seat,
  message: Message,
  { verb, data }: Press,
  trigger: "manual" | "automatic",
): Promise<Outcome> => {
  const value = { action: { type: "Action.Execute", verb, data }, trigger };
  const outcome = readExecuted(await deps.line.invoke(seat, "adaptiveCard/action", value, message));
  if (outcome.outcome === "card") await show(deps.room, seat, message, outcome.card);
  return outcome;
};

/** An update of the bot's own that came meanwhile is older than the answer: the answer stands. */
const show = async (room: Room, { person }: Seat, { conversation, id }: Message, card: CardJson): Promise<void> => {
  const now = room.message(conversation, id);
  if (!now || isDeepStrictEqual(now.views[person.account] ?? now.card, card)) return;
  await room.showTo(now, person.account, card);
};

/** Action.Submit is a message without words, unless its data asks for a dialog. */
const submit = async ({ line }: TeamsDeps, seat: Seat, message: Message, { data }: Press): Promise<Outcome> => {
  if (isTaskFetch(data)) return readTasked(await line.invoke(seat, "task/fetch", { data, context }, message));
  return readPosted(await line.send(submittedActivity(line.speaker(seat), message.id, data)));
};

const extension = ({ people }: TeamsDeps, message: Message) => {
  const author = people.find(({ account }) => account === accountOf(message.from));
  return { commandId, commandContext: "message", messagePayload: payloadOf(message, author), context };
};

/** Installs the app for a person, once for good. A bot that does not answer is asked again the next time. */
const install = async ({ room, line }: TeamsDeps, seat: Seat): Promise<void> => {
  if (room.isInstalled(seat.person.account)) return;
  for (const activity of installActivities(line.speaker(seat))) {
    if ((await line.send(activity)).status >= 300) return;
  }
  await room.install(seat.person.account);
};

/** Two asking at once wait for the same installation, so that nobody is greeted twice. */
const onceAtATime = (work: (seat: Seat) => Promise<void>) => {
  const underWay = new Map<string, Promise<void>>();
  return (seat: Seat): Promise<void> => {
    const { account } = seat.person;
    const started = underWay.get(account) ?? work(seat).finally(() => underWay.delete(account));
    underWay.set(account, started);
    return started;
  };
};

const mentions = (text: string): boolean => text.toLowerCase().includes(`@${bot.name.toLowerCase()}`);

const isObject = (value: unknown): value is CardJson =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTaskFetch = ({ msteams }: CardJson): boolean => isObject(msteams) && msteams["type"] === "task/fetch";

/** The refresh that Teams would send for this person. It carries the card's data as it stands in the message. */
const refreshOf = (message: Message, { account }: Person): Press | null => {
  const refresh = (message.views[account] ?? message.card)?.["refresh"];
  if (!isObject(refresh) || !isObject(refresh["action"]) || !Array.isArray(refresh["userIds"])) return null;
  if (!refresh["userIds"].includes(userId(account))) return null;
  const { verb, data } = refresh["action"];
  return { type: "Action.Execute", verb: typeof verb === "string" ? verb : "", data: isObject(data) ? data : {} };
};
