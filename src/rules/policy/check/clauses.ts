import type { Condition } from "../condition.ts";
import type { LimbSource } from "../schema.ts";
import type { Fault, Path } from "../source.ts";
import { checkDuty } from "./duties.ts";
import { canHold, checkCondition } from "./conditions.ts";
import { faultAt, keyFaultAt, unknownWord } from "./context.ts";
import type { Context, WrittenClause } from "./context.ts";

/** Everything about one clause that does not need its neighbours. */
export const checkClause = (written: WrittenClause, context: Context): readonly Fault[] => {
  const triggers = triggersOf(written).flatMap(([path, trigger]) => checkTrigger(written, path, trigger, context));
  const reach = written.mended || triggers.length > 0 ? [] : checkReach(written, context);
  const parts = written.mended ? [] : checkParts(written);
  const duty = checkDuty(written, context);
  return [...triggers, ...duty, ...checkWords(written, context), ...checkPosts(written, context), ...parts, ...reach];
};

type Trigger = Pick<LimbSource, "on" | "when" | "anchor" | "clock" | "endedBy">;

const triggersOf = ({ value }: WrittenClause): readonly (readonly [Path, Trigger])[] => [
  [[], value],
  ...(value.limbs ?? []).map((limb, index) => [["limbs", index], limb] as const),
];

const eventsIn = (on: Trigger["on"]): readonly string[] => (on === undefined ? [] : [on].flat());

/** The facts that every one of these events asks; null when no known event is named. */
const askedBy = (events: readonly string[], { vocabulary }: Context): readonly string[] | null => {
  const known = events.flatMap((event) => (vocabulary.events[event] ? [vocabulary.events[event].facts] : []));
  const [first, ...others] = known;
  return first ? first.filter((fact) => others.every((facts) => facts.includes(fact))) : null;
};

/** The facts that at least one of them asks. */
const askedByAny = (events: readonly string[], { vocabulary }: Context): readonly string[] | null => {
  const known = events.flatMap((event) => (vocabulary.events[event] ? [vocabulary.events[event].facts] : []));
  return known.length === 0 ? null : known.flat();
};

const checkTrigger = (written: WrittenClause, path: Path, trigger: Trigger, context: Context): readonly Fault[] => {
  const events = eventsIn(trigger.on);
  const asked = askedBy(events, context);
  const eventAt = (index: number): Path => (Array.isArray(trigger.on) ? [...path, "on", index] : [...path, "on"]);
  const known = Object.keys(context.vocabulary.events);
  return [
    ...events.flatMap((event, index) => unknownWord(written, eventAt(index), event, "event", known)),
    ...(trigger.when ? checkCondition(written, [...path, "when"], trigger.when, context.vocabulary, asked) : []),
    ...checkMoment(written, [...path, "anchor"], trigger.anchor, context, asked),
    ...checkMoment(written, [...path, "endedBy"], trigger.endedBy, context, asked),
    ...(events.length > 0 && isLimited(trigger.clock) && trigger.anchor === undefined && !written.mended
      ? [keyFaultAt(written, [...path, "clock"], "this clock has nothing to count from", "write anchor: and a fact")]
      : []),
  ];
};

const isLimited = (clock: Trigger["clock"]): boolean => clock !== undefined && !("noLimit" in clock);

/** A fact from which something counts: known, asked, and an instant or a date. */
const checkMoment = (
  written: WrittenClause,
  path: Path,
  fact: string | undefined,
  { vocabulary }: Context,
  asked: readonly string[] | null,
): readonly Fault[] => {
  if (fact === undefined) return [];
  const moments = Object.keys(vocabulary.facts).filter((name) =>
    ["instant", "date"].includes(vocabulary.facts[name]?.type ?? ""),
  );
  const unknown = unknownWord(written, path, fact, "fact", Object.keys(vocabulary.facts));
  if (unknown.length > 0) return unknown;
  if (!moments.includes(fact))
    return [
      faultAt(
        written,
        path,
        `${fact} is neither an instant nor a date`,
        `write ${moments.slice(0, 6).join(", ")} or another that is`,
      ),
    ];
  if (asked?.includes(fact) === false)
    return [
      faultAt(
        written,
        path,
        `the event does not ask ${fact}`,
        `add ${fact} to the event's facts, or name one that it asks`,
      ),
    ];
  return [];
};

/** Conditions and facts outside the triggers: tellings, the telephone, what to consider. */
const checkWords = (written: WrittenClause, context: Context): readonly Fault[] => {
  const { tell, alsoConsider, phone } = written.value;
  const asked = askedByAny(
    triggersOf(written).flatMap(([, { on }]) => eventsIn(on)),
    context,
  );
  const conditions: readonly (readonly [Path, Condition | undefined])[] = [
    ...tell.map(({ when }, index) => [["tell", index, "when"], when] as const),
    ...alsoConsider.map(({ when }, index) => [["alsoConsider", index, "when"], when] as const),
    [["phone"], phone === true ? undefined : phone],
  ];
  return [
    ...conditions.flatMap(([path, condition]) =>
      condition ? checkCondition(written, path, condition, context.vocabulary, asked) : [],
    ),
    ...tell.flatMap(({ from }, index) => checkMoment(written, ["tell", index, "from"], from, context, asked)),
    ...alsoConsider.flatMap(({ from }, index) =>
      checkMoment(written, ["alsoConsider", index, "from"], from, context, asked),
    ),
  ];
};

const checkPosts = (written: WrittenClause, { posts }: Context): readonly Fault[] => {
  if (posts === null) return [];
  const { tell, reportedBy = [], owedBy = [], judgement, examples } = written.value;
  const owedAt = (index: number): Path => (Array.isArray(owedBy) ? ["owedBy", index] : ["owedBy"]);
  const named: readonly (readonly [Path, string])[] = [
    ...tell.map(({ post }, index) => [["tell", index, "post"], post] as const),
    ...reportedBy.map((post, index) => [["reportedBy", index], post] as const),
    ...[owedBy].flat().map((post, index) => [owedAt(index), post] as const),
    ...(judgement === undefined ? [] : (["whileAway", "judge"] as const)).map(
      (key) => [["judgement", key], judgement?.[key] ?? ""] as const,
    ),
    ...examples.flatMap(({ expect }, index) =>
      (expect.tell ?? []).map(({ post }, at) => [["examples", index, "expect", "tell", at, "post"], post] as const),
    ),
  ];
  return named.flatMap(([path, post]) => unknownWord(written, path, post, "post", posts));
};

/** What a clause of each kind cannot do without, and what does not go together. */
const checkParts = (written: WrittenClause): readonly Fault[] => {
  const { value } = written;
  const lacks = (key: string, why: string): Fault =>
    faultAt(written, ["id"], `${value.id} has no ${key}: ${why}`, `write ${key}: …`);
  const own = (["on", "when", "anchor", "clock", "endedBy"] as const).filter((key) => value[key] !== undefined);
  const [clash] = own;
  const faults: Fault[] = [];
  if (value.limbs && clash)
    faults.push(keyFaultAt(written, [clash], `${clash} stands beside limbs`, `move ${clash} into each limb`));
  for (const [index, limb] of (value.limbs ?? []).entries())
    if (limb.on === undefined)
      faults.push(faultAt(written, ["limbs", index], "this limb names no event", "write on: and an event"));
  if (value.kind === "notify" && !value.limbs && value.on === undefined)
    faults.push(lacks("on", "nothing ever makes it apply"));
  if (value.kind === "notify" && value.tell.length === 0) faults.push(lacks("tell", "nobody would be told"));
  if (value.phone !== undefined && value.tell.length === 0 && value.kind === "notify")
    faults.push(keyFaultAt(written, ["phone"], "nobody is told, so nobody can be telephoned", "write tell: first"));
  if (["content", "routing", "principle"].includes(value.kind) && value.handledBy === undefined)
    faults.push(lacks("handledBy", "nobody could see where the product shows it"));
  if (value.judgement !== undefined && value.kind !== "routing")
    faults.push(
      keyFaultAt(
        written,
        ["judgement"],
        `a clause of kind ${value.kind} leaves nothing to judgement`,
        "write kind: routing, or remove it",
      ),
    );
  if (value.kind === "duty" && value.owedBy === undefined && value.tell.length === 0)
    faults.push(lacks("owedBy", "nobody would owe the duty"));
  return faults;
};

/** Conditions that no answers can meet: the clause would never apply. */
const checkReach = (written: WrittenClause, { vocabulary }: Context): readonly Fault[] =>
  triggersOf(written).flatMap(([path, { when }]) => {
    if (!when || canHold(when, vocabulary)) return [];
    return [
      keyFaultAt(
        written,
        [...path, "when"],
        `${written.value.id} can never apply: no answers meet this condition`,
        "use any: where one of several is enough, or in: […]",
      ),
    ];
  });
