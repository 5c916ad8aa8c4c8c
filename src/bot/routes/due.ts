import { caseRefSchema } from "../../domain/ids.ts";
import type { ListId } from "../../app/reminding.ts";
import { digestCard, refusalCard } from "../cards.ts";
import type { BotDeps, Turn } from "../deps.ts";
import type { Content } from "../reply.ts";

const mineWords =
  /^(?:(?:what(?:['’]?s| is) )?due(?: (?:today|now|this week))?|my due|my duties|digest|what do i (?:owe|have to do))$/;
const teamWords = /^(?:my team|team|what(?:['’]?s| is) due (?:in|for) my team|due (?:in )?my team)$/;
const caseWords = /^(?:what(?:['’]?s| is) )?due (?:on |for )?(\S+)$/;

/** A page of a list of duties, on a card; the refusal when it is not for this person. */
export const showList = async ({ due }: BotDeps, { person }: Turn, list: ListId, page: number): Promise<Content> => {
  const answer = await due.list(list, page, person.id);
  return answer.outcome === "refused" ? refusalCard(answer.why) : digestCard(answer.view);
};

/** "due", "my team", "due AMB-1042"; null when the words are about something else. */
export const onDueWords = async (deps: BotDeps, turn: Turn, command: string): Promise<Content | null> => {
  if (mineWords.test(command)) return showList(deps, turn, "mine", 1);
  if (teamWords.test(command)) return showList(deps, turn, "team", 1);
  const ref = caseRefSchema.safeParse(caseWords.exec(command)?.[1] ?? "");
  return ref.success ? showList(deps, turn, `case:${ref.data}`, 1) : null;
};
