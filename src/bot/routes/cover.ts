import { randomUUID } from "node:crypto";
import { NotDurable } from "../../app/ports/records.ts";
import type { CoverAnswer } from "../../app/covering.ts";
import { readAway } from "../../dialogs/away/read.ts";
import { coverCard, coverPlanCard, coversCard, coverUnclearCard, refusalCard, type CoverVerb } from "../cards.ts";
import type { BotDeps, Shown, Turn } from "../deps.ts";
import type { Content } from "../reply.ts";
import { turnKey } from "../turns.ts";
import { words } from "../words.ts";
import { readCover, readSaid } from "./data.ts";

const backWords =
  /^(?:(?:hi|hello)[, ]+)?(?:i(?:['’]?m| am) back|back)(?: (?:at|from|in|to|on|early|today|now)\b.{0,40})?$/;
const listWords =
  /^(?:(?:who(?:['’]?s| is)|show who is) (?:away|off|on leave|covering)(?: (?:today|now|this week))?|who covers|covers?|show covers?|away|leave)$/;

/** Answers words about being away; null when they are about something else. */
export const onCoverWords = async (
  deps: BotDeps,
  turn: Turn,
  text: string,
  command: string,
): Promise<Content | null> => {
  const { covering } = deps;
  if (listWords.test(command)) return coversCard(covering.list(turn.person.id));
  if (backWords.test(command)) return guarded(deps, text, async () => shown(await covering.back(turn.person.id)));
  return onAway(deps, turn, text);
};

const onAway = async (deps: BotDeps, turn: Turn, text: string): Promise<Content | null> => {
  const { covering, directory, clock } = deps;
  const read = readAway(text, turn.person, directory.people(), clock.now());
  switch (read.outcome) {
    case "other":
      return null;
    case "unclear":
      return coverUnclearCard(read.why, text);
    case "away": {
      const { outcome: _outcome, ...away } = read;
      return guarded(deps, text, async () => {
        const planned = await covering.plan(turn.person.id, turnKey(turn.activity) ?? randomUUID(), away);
        return planned.outcome === "done" ? coverPlanCard(planned.cover, text) : coverUnclearCard(planned.why, text);
      });
    }
  }
};

const shown = (answer: CoverAnswer): Content =>
  answer.outcome === "done" ? coverCard(answer.cover) : refusalCard(answer.why);

/** What could not be saved is not shown as taken, and what was typed is still there. */
const guarded = async (deps: BotDeps, text: string, work: () => Promise<Content>): Promise<Content> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NotDurable)) throw error;
    deps.log.error("not saved", { what: "cover" });
    return coverUnclearCard(words.notSaved(deps.council), text);
  }
};

/** What a button on a card about cover does. */
export const actOnCover = async (deps: BotDeps, turn: Turn, verb: CoverVerb, data: unknown): Promise<Shown> => {
  const content = turn.personal ? await acted(deps, turn, verb, data) : refusalCard(words.inPrivate);
  return { content, over: verb !== "cover.say" };
};

const acted = async (deps: BotDeps, turn: Turn, verb: CoverVerb, data: unknown): Promise<Content> => {
  if (verb === "cover.say") {
    const text = readSaid(data)?.text.trim() ?? "";
    return (await onAway(deps, turn, text)) ?? coverUnclearCard(words.notAway, text);
  }
  const read = readCover(data);
  if (read === undefined) return refusalCard(words.staleCard);
  const { covering } = deps;
  const by = turn.person.id;
  return guarded(deps, "", async () =>
    shown(await (verb === "cover.confirm" ? covering.confirm(read.cover, by) : covering.end(read.cover, by))),
  );
};
