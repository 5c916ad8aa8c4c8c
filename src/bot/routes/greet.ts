import { greetingCard } from "../cards.ts";
import type { BotDeps } from "../deps.ts";
import type { Inbound } from "../inbound/activity.ts";
import { nothing, say, type Reply } from "../reply.ts";

/** Whether the bot itself has just been added here: the one moment to introduce itself. */
const isArrival = ({ type, action, membersAdded, recipient }: Inbound): boolean =>
  type === "installationUpdate" ? action === "add" : (membersAdded ?? []).some(({ id }) => id === recipient.id);

/** Teams sends both a conversation and an installation update; only the first of them within this time is greeted. */
const oneGreetingMs = 60_000;

/** Greets on installation, in four lines, once. */
export const createGreeting = ({ council, clock }: Pick<BotDeps, "council" | "clock">) => {
  const greeted = new Map<string, number>();
  return (activity: Inbound): Reply => {
    if (!isArrival(activity)) return nothing;
    const now = clock.now();
    const before = greeted.get(activity.conversation.id);
    if (greeted.size > 1000) greeted.clear();
    greeted.set(activity.conversation.id, now);
    return before !== undefined && now - before < oneGreetingMs ? nothing : say(greetingCard(council.name));
  };
};
