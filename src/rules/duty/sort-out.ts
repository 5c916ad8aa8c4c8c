import type { Answers, FactValue } from "../../domain/report/facts.ts";
import type { Vocabulary } from "../../domain/vocabulary.ts";
import { holds } from "../engine/condition.ts";
import type { Condition } from "../policy/condition.ts";
import type { Rule } from "./rule.ts";

/**
 * Which rules can ask anything of a case at all: few of many do, and which they are shows in a handful of its facts. A tree of
 * questions ("status?", then "placement?"), grown as cases come and kept, leaves out a rule as soon as the facts read so far
 * rule it out. It only ever leaves out what the rule's own condition would have refused.
 */
export type SortOut = (facts: Answers) => readonly Rule[];

interface Node {
  /** The fact that is looked at next; null: nothing more can be ruled out. */
  readonly asks: string | null;
  readonly rules: readonly Rule[];
  readonly next: Map<FactValue | undefined, Node>;
}

/** A blank fact is equal to nothing. */
const blank = "\u0000";
type Known = ReadonlyMap<string, FactValue | undefined>;

export const sortOut = (rules: readonly Rule[], vocabulary: Vocabulary, happened: "quiet" | "told"): SortOut => {
  const grow = (known: Known, left: readonly Rule[]): Node => {
    const verdicts = left.map((rule) => {
      const started = happened === "told" || startsItself(rule, known, vocabulary);
      const asked = verdictOf(rule, known, vocabulary);
      return { rule, verdict: started === false || asked === true ? started : asked };
    });
    const kept = verdicts.filter(({ verdict }) => verdict !== false);
    const asks = kept
      .flatMap(({ verdict }) => (typeof verdict === "object" ? verdict.missing : []))
      .find((name) => !known.has(name) && isPlain(name, vocabulary));
    return { asks: asks ?? null, rules: kept.map(({ rule }) => rule), next: new Map() };
  };
  const root = grow(new Map(), rules);
  return (facts) => {
    let node = root;
    while (node.asks !== null) {
      const value = facts[node.asks];
      node = node.next.get(value) ?? growNext(node, facts, root, grow);
    }
    return node.rules;
  };
};

/** Asks the whole way again from the root, because what is known on the way is not kept. */
const growNext = (at: Node, facts: Answers, root: Node, grow: (known: Known, left: readonly Rule[]) => Node): Node => {
  const known = new Map<string, FactValue | undefined>();
  for (let node: Node | undefined = root; node !== undefined && node.asks !== null;) {
    known.set(node.asks, facts[node.asks]);
    if (node === at) break;
    node = node.next.get(facts[node.asks]);
  }
  const made = grow(known, at.rules);
  at.next.set(at.asks === null ? undefined : facts[at.asks], made);
  return made;
};

/** Few values, the same for many cases, and nothing that is worked out from a date. */
const isPlain = (name: string, { caseFacts }: Vocabulary): boolean => {
  const fact = caseFacts[name];
  return fact !== undefined && fact.derived === undefined && (fact.type === "choice" || fact.type === "yes-no");
};

/** A rule that a happening starts may look at the happening's facts, so only what it looks at on a case is held against it. */
const verdictOf = (rule: Rule, known: Known, vocabulary: Vocabulary): ReturnType<typeof holds> => {
  const conditions = conditionsOf(rule);
  if (conditions.length === 0) return true;
  const asked = new Set(rule.on.flatMap(({ happening }) => vocabulary.happenings[happening]?.facts ?? []));
  const read = (name: string): FactValue | undefined => {
    if (!known.has(name) || asked.has(name)) return undefined;
    return known.get(name) ?? vocabulary.caseFacts[name]?.assume ?? blank;
  };
  return holds({ all: conditions }, read);
};

/**
 * Whether a rule starts on a case on which nobody said that anything happened: a fact may keep it, a duty may become overdue,
 * or what the rule waits for holds.
 */
const startsItself = ({ on }: Rule, known: Known, vocabulary: Vocabulary): ReturnType<typeof holds> => {
  if (on.length === 0 || on.some(({ keeps, overdue }) => keeps !== null || overdue !== null)) return true;
  const conditions = on.flatMap(({ condition }) => (condition === null ? [] : [condition]));
  return holds({ any: conditions }, (name) =>
    known.has(name) ? (known.get(name) ?? vocabulary.caseFacts[name]?.assume ?? blank) : undefined,
  );
};

const conditionsOf = ({ condition }: Rule): readonly Condition[] => (condition === null ? [] : [condition]);
