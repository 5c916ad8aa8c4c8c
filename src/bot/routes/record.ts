import { refusalCard, type RecordVerb } from "../cards.ts";
import type { BotDeps, Shown, Turn } from "../deps.ts";
import { words } from "../words.ts";

/** What a button on a record does. */
export const actOnRecord = (_deps: BotDeps, _turn: Turn, _verb: RecordVerb, _data: unknown): Promise<Shown> =>
  Promise.resolve({ content: refusalCard(words.unknownButton), over: true });
