import { z } from "zod";
import type { BotDeps, Turn } from "./deps.ts";
import { isPersonal, tenantOf, type Inbound } from "./inbound/activity.ts";
import { withUsers } from "./refresh.ts";
import { cardAnswer, nothing, say, type Reply } from "./reply.ts";
import { act } from "./routes/act.ts";
import { inDialog, onFetch, onSubmit, onTaskFetch } from "./routes/dialog.ts";
import { createGreeting } from "./routes/greet.ts";
import { onText } from "./routes/text.ts";
import { words } from "./words.ts";

const executeSchema = z.object({ action: z.object({ verb: z.unknown().optional(), data: z.unknown().optional() }) });
const submitSchema = z.looseObject({ verb: z.unknown().optional() });

const types: readonly string[] = ["message", "invoke", "conversationUpdate", "installationUpdate"];
/** For the log: a type that nobody knows may be anybody's words. */
const typeOf = ({ type }: Inbound): string => (types.includes(type) ? type : "other");

/** Who says what to whom: an activity that was parsed and proved in, one reply out. Throws only for faults of our own. */
export const createRouter = (deps: BotDeps) => {
  const greet = createGreeting(deps);

  return async (activity: Inbound): Promise<Reply> => {
    const tenant = tenantOf(activity);
    if (tenant !== deps.tenant) {
      deps.log.warn("another tenant refused", { type: typeOf(activity) });
      return refusal(activity, words.otherTenant(deps.council));
    }
    const person = deps.directory.byAccount(activity.from.aadObjectId ?? "");
    await deps.conversations.remember(activity, person, tenant);
    if (activity.type === "conversationUpdate" || activity.type === "installationUpdate") return greet(activity);
    if (activity.type !== "message" && activity.type !== "invoke") return nothing;
    if (!person) {
      deps.log.warn("stranger refused", { type: activity.type });
      return refusal(activity, words.stranger(deps.council));
    }
    const turn: Turn = { activity, person, personal: isPersonal(activity) };
    return activity.type === "invoke" ? onInvoke(deps, turn) : onMessage(deps, turn);
  };
};

const onMessage = async (deps: BotDeps, turn: Turn): Promise<Reply> => {
  const { activity } = turn;
  const submit = submitSchema.safeParse(activity.value);
  if (!submit.success) return onText(deps, turn);
  const { content } = await act(deps, turn, submit.data.verb, submit.data);
  return { kind: "replace", activity: activity.replyToId ?? null, content: await withUsers(deps, content) };
};

const onInvoke = async (deps: BotDeps, turn: Turn): Promise<Reply> => {
  switch (turn.activity.name ?? "") {
    case "adaptiveCard/action":
      return onExecute(deps, turn);
    case "composeExtension/fetchTask":
      return onFetch(deps, turn);
    case "task/fetch":
      return onTaskFetch(deps, turn);
    case "composeExtension/submitAction":
    case "task/submit":
      return onSubmit(deps, turn);
    default:
      deps.log.warn("unknown invoke");
      return unknownInvoke;
  }
};

const onExecute = async (deps: BotDeps, turn: Turn): Promise<Reply> => {
  const read = executeSchema.safeParse(turn.activity.value);
  const { verb, data } = read.success ? read.data.action : {};
  const { content } = await act(deps, turn, verb, data);
  return cardAnswer(await withUsers(deps, content));
};

const unknownInvoke: Reply = {
  kind: "answer",
  status: 400,
  body: { error: { code: "UnknownInvoke", message: "This bot does not answer that kind of invoke." } },
};

const dialogInvokes = /^(composeExtension|task)\//;

/** A sentence in the form in which this activity can show one. */
export const refusal = ({ type, name }: Inbound, sentence: string): Reply => {
  if (type === "message") return say(sentence);
  if (type !== "invoke") return nothing;
  return dialogInvokes.test(name ?? "") ? inDialog({ content: sentence, over: true }) : cardAnswer(sentence);
};
