import { refusalCard, type DutyVerb } from "../cards.ts";
import type { BotDeps, Shown, Turn } from "../deps.ts";
import { words } from "../words.ts";

/** What a button on a duty or a list of duties does. */
export const actOnDuty = (_deps: BotDeps, _turn: Turn, _verb: DutyVerb, _data: unknown): Promise<Shown> =>
  Promise.resolve({ content: refusalCard(words.unknownButton), over: true });
