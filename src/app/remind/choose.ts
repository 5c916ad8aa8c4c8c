import type { ChoiceDoor } from "../reminding.ts";
import type { ChoiceWorld } from "./choice.ts";
import { approve, handBack, refuse, settle, take } from "./choose-answer.ts";
import { complete } from "./choose-done.ts";
import { give, lessen, snooze } from "./choose-duty.ts";
import { move, moving } from "./choose-move.ts";
import type { RemindDeps } from "./deps.ts";
import { createDue } from "./due.ts";
import { asking, say } from "./happen.ts";
import { heardOf } from "./happen-heard.ts";
import { keptNotices } from "./notice-kept.ts";

/** What a manager chooses about a duty, and what happened on a case, for the doors. */
export const createChoosing = (deps: RemindDeps): ChoiceDoor => {
  const world: ChoiceWorld = { ...deps, due: createDue(deps), notices: keptNotices(deps.records) };
  return {
    snooze: (duty, by, until, reason) => snooze(world, duty, by, until, reason),
    moving: (duty, by, typed) => moving(world, duty, by, typed),
    move: (duty, by, typed) => move(world, duty, by, typed),
    give: (duty, by, to, reason) => give(world, duty, by, to, reason),
    take: (ref, given, by) => take(world, ref, given, by),
    handBack: (ref, given, by, reason) => handBack(world, ref, given, by, reason),
    lessen: (duty, by, everyWeeks, until, reason) => lessen(world, duty, by, { everyWeeks, until, reason }),
    approve: (ref, asked, by) => approve(world, ref, asked, by),
    refuse: (ref, asked, by, reason) => refuse(world, ref, asked, by, reason),
    complete: (duty, by, when) => complete(world, duty, by, when),
    heard: heardOf(deps),
    asking: (caseRef, by, happening, when, typed) => asking(world, by, { caseRef, happening, when, typed }),
    say: (caseRef, by, happening, when, typed) => say(world, by, { caseRef, happening, when, typed }),
    settle: (ref, by, decision) => settle(world, ref, by, decision),
  };
};
