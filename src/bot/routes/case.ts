import { refusalCard, type CaseVerb } from "../cards.ts";
import type { BotDeps, Shown, Turn } from "../deps.ts";
import { words } from "../words.ts";

/** What a button on a case does. */
export const actOnCase = (_deps: BotDeps, _turn: Turn, _verb: CaseVerb, _data: unknown): Promise<Shown> =>
  Promise.resolve({ content: refusalCard(words.unknownButton), over: true });
