import { refusalCard, summaryCard } from "../cards.ts";
import type { BotDeps, Turn } from "../deps.ts";
import type { Content } from "../reply.ts";

const summaryWords = /^(?:(?:show|open|the|my|this week['’]?s|last|latest|weekly) )*summary$/;

/** "summary": the last one that was made, for those who lead; null when the words are about something else. */
export const onSummaryWords = async (
  { summary }: BotDeps,
  { person }: Turn,
  command: string,
): Promise<Content | null> => {
  if (!summaryWords.test(command)) return null;
  const answer = await summary.latest(person.id);
  return answer.outcome === "refused" ? refusalCard(answer.why) : summaryCard(answer.view);
};
