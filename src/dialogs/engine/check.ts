import type { Ask } from "./ask.ts";
import { faultWords, personalFaults } from "./faults.ts";
import { keysOf } from "./keys.ts";
import type { Flow, Press } from "./screen.ts";
import { backAnswer, isEnd, isScreen } from "./stage.ts";

const leadsTo = <Guide, To extends string>(presses: readonly Press<Guide, To>[]): To[] =>
  presses.flatMap(({ routes }) => routes.map(({ to }) => to));

/** Every name that can be come to from `from`, itself included. */
const reached = <Guide, Id extends string, End extends string>(flow: Flow<Guide, Id, End>, from: Id): Set<string> => {
  const seen = new Set<string>();
  const next: string[] = [from];
  for (let name = next.pop(); name !== undefined; name = next.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    if (isScreen(flow, name)) next.push(...leadsTo(flow.screens[name].buttons));
  }
  return seen;
};

const faultsOfPress = <Guide, Id extends string, End extends string>(
  flow: Flow<Guide, Id, End>,
  where: string,
  press: Press<Guide, Id | End>,
): string[] => {
  const unknown = press.routes.filter(({ to }) => !isScreen(flow, to) && !isEnd(flow, to));
  const last = press.routes.at(-1);
  return [
    ...unknown.map(({ to }) => `${where}: "${press.answer}" leads to "${to}", which is no screen and no end`),
    ...(last === undefined || last.when !== undefined
      ? [`${where}: "${press.answer}" can lead nowhere: its last route must have no condition`]
      : []),
    ...(press.answer === backAnswer ? [`${where}: "back" is the engine's own answer; name this one otherwise`] : []),
    ...(press.label.trim() === "" ? [`${where}: "${press.answer}" has no label`] : []),
  ];
};

const faultsOfScreen = <Guide, Id extends string, End extends string>(
  flow: Flow<Guide, Id, End>,
  id: Id,
  reachable: ReadonlySet<string>,
): string[] => {
  const { buttons, inputs } = flow.screens[id];
  const answers = buttons.map(({ answer }) => answer);
  const goesOn = buttons.some(
    ({ tone, each, inputs: taken }) => tone === "primary" && each === undefined && taken === "read",
  );
  return [
    ...(reachable.has(id) ? [] : [`${id}: no answer leads here`]),
    ...([...reached(flow, id)].some((name) => isEnd(flow, name)) ? [] : [`${id}: no way from here to an end`]),
    ...(new Set(answers).size === answers.length ? [] : [`${id}: two buttons give the same answer`]),
    ...(inputs === undefined || goesOn ? [] : [`${id}: it asks something and has no primary button that reads it`]),
    ...buttons.flatMap((press) => faultsOfPress(flow, id, press)),
  ];
};

/** What is wrong with a flow, a sentence each; empty when it holds together. Every screen and every end must be reachable. */
export const flowFaults = <Guide, Id extends string, End extends string>(flow: Flow<Guide, Id, End>): string[] => {
  const reachable = reached(flow, flow.start);
  return [
    ...keysOf(flow.screens).flatMap((id) => faultsOfScreen(flow, id, reachable)),
    ...keysOf(flow.ends)
      .filter((end) => !reachable.has(end))
      .map((end) => `${end}: no answer leads to this end`),
  ];
};

/** Refusals that an input can give and that have no words. */
export const wordlessFaults = (asked: Ask): string[] =>
  [...asked.faults, "missing" as const, ...personalFaults]
    .filter((fault) => (asked.words[fault] ?? faultWords[fault]).trim() === "")
    .map((fault) => `${asked.name}: "${fault}" has no words`);
