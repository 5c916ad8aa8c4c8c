import { join } from "node:path";
import { readPolicyFiles } from "../../../src/adapters/files/policies.ts";
import type { Answers } from "../../../src/domain/report/facts.ts";
import { arrange } from "../../../src/rules/meeting/arrange.ts";
import type { Arrangement, MeetingAsk } from "../../../src/rules/meeting/types.ts";
import { loadPolicies } from "../../../src/rules/policy/load.ts";
import { composeRulebook } from "../../../src/rules/rulebook.ts";
import { atLondon, londonDate, londonTime } from "../../../src/time/london.ts";

export const loaded = loadPolicies(readPolicyFiles(join(process.cwd(), "policies")));
const council = loaded.councils.find(({ id }) => id === "ambershire");
if (!council) throw new Error("The example council is gone.");
export const ambershire = composeRulebook(loaded, council);

/** "2026-05-01T16:45" in London. */
export const at = (wall: string): number => atLondon(wall.slice(0, 10), wall.slice(11));

/** The clock on a London wall, with the seconds where there are any. */
export const wall = (instant: number | null): string | null =>
  instant === null ? null : `${londonDate(instant)}T${londonTime(instant).replace(/:00$/, "")}`;

const isWall = (value: Answers[string]): value is string => typeof value === "string" && /T\d\d:\d\d/.test(value);

/** Answers with wall times made instants. */
export const answered = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, isWall(value) ? at(value) : value]));

/** What Ambershire's policies ask, of what is answered at a wall time. */
export const asked = (
  answers: Answers,
  asOf: string,
  other: Partial<Omit<MeetingAsk, "answers">> = {},
  rulebook = ambershire,
): Arrangement =>
  arrange(
    rulebook,
    { need: "strategy-discussion-needed", answers: answered(answers), caseFacts: {}, chosen: null, ...other },
    at(asOf),
  );

/** Nothing special: no serious risk, so that only the plain limits are left. */
export const calm = { seriousRisk: false } as const satisfies Answers;

/** A clause's deadline by what is answered at a wall time, with a longer limit chosen or not. */
export const dueBy = (clause: string, answers: Answers, asOf: string, chosen: string | null = null): string | null => {
  const named = chosen === null ? null : { clause: chosen, reason: "Three councils have to be heard first." };
  const { meetings } = asked(answers, asOf, { chosen: named });
  const found = meetings.flatMap(({ deadlines }) => deadlines).find((each) => each.clause === clause);
  return found === undefined ? "does not apply" : wall(found.dueAt);
};
