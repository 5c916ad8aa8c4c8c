import type { Post } from "../domain/people.ts";
import { clockInWords } from "./clock.ts";
import type { Clause, Limb, Loaded, Policy } from "./policy/clause.ts";
import type { Condition } from "./policy/condition.ts";
import { comparisonsOf, isAll, isAny, isNot } from "./engine/condition.ts";
import type { Comparison } from "./policy/condition.ts";
import type { TellSource } from "./policy/schema.ts";
import { either } from "./policy/nearest.ts";

type Words = Pick<Loaded, "vocabulary" | "posts">;

/** A page on one policy for a practice lead: every clause, none left out. Markdown. */
export const documentPolicy = (policy: Policy, words: Words): string => {
  const { title, source, version, inForce, clauses } = policy;
  const until = inForce.to === undefined ? "" : ` until ${inForce.to}`;
  return [
    `# ${title}`,
    "",
    `<!-- Made from policies/${policy.id} by \`npm run docs\`. Change the policy, not this page. -->`,
    "",
    `${source}. Version ${version}, in force from ${inForce.from}${until}. ${String(clauses.length)} clauses.`,
    "",
    "A **house rule** is a reading that the council chose where the text is open. It is a setting of the policy.",
    "",
    "| clause | official words | applies | clock | reported by | told | house rule | where Watchful does it |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...clauses.map((clause) => row(clause, words)),
    "",
  ].join("\n");
};

const row = (clause: Clause, words: Words): string => {
  const cells = [
    `**${clause.id}**<br>${cell(clause.title)}`,
    cell(clause.words),
    clause.limbs.map((limb) => applies(limb, words)).join("<br>or "),
    clocks(clause, words),
    titles(clause.owedBy.length > 0 ? clause.owedBy : (clause.reportedBy ?? []), words),
    told(clause, words),
    houseRule(clause),
    cell(clause.handledBy ?? ""),
  ];
  return `| ${cells.join(" | ")} |`;
};

/** A table cell has no line breaks and no bars of its own. */
export const cell = (text: string): string => text.replace(/\s+/g, " ").replaceAll("|", "\\|").replaceAll("<", "&lt;");

const titleOf = (post: Post, { posts }: Words): string => posts[post] ?? post;
const titles = (posts: readonly Post[], words: Words): string =>
  cell(either(posts.map((post) => titleOf(post, words))));

const applies = ({ on, when, says }: Limb, words: Words): string => {
  const events = on.map((event) => words.vocabulary.events[event]?.title ?? event).join(" or ");
  const when_ = when === null ? "" : ` and ${inWords(when, words)}`;
  return cell(says ?? `${events}${when_}`);
};

/** The clauses' clocks, each with what it counts from. */
export const clocks = (clause: Clause, words: Words): string => {
  const own = clause.limbs.flatMap(({ clock, anchor }) =>
    clock === null || "noLimit" in clock ? [] : [`${clockInWords(clock)}${from(anchor, words)}`],
  );
  const [anchor = null] = clause.limbs.map((limb) => limb.anchor);
  const ofTells = clause.tell.flatMap(({ clock }) => (clock ? [`${clockInWords(clock)}${from(anchor, words)}`] : []));
  const all = [...new Set(own.length > 0 ? own : ofTells)];
  if (all.length > 0) return cell(all.join("; or ") + (clause.unit === "assumed" ? " (unit assumed)" : ""));
  return clause.kind === "notify" || clause.kind === "duty" ? "no limit stated" : "";
};

const from = (anchor: string | null, { vocabulary }: Words): string => {
  const asks = anchor === null ? undefined : vocabulary.facts[anchor]?.asks;
  return asks === undefined ? "" : `, counted from: “${asks}”`;
};

const hows = {
  teams: "",
  phone: "by telephone",
  amend: "to amend or approve the briefing",
  copy: "a copy",
  brief: "the briefing",
  decide: "to decide",
  log: "to log it",
} as const satisfies Record<TellSource["how"] | "phone", string>;

const told = (clause: Clause, words: Words): string => {
  const lines = clause.tell.map(({ post, how, clock, leaves }) =>
    [
      titleOf(post, words),
      hows[how],
      clock ? clockInWords(clock) : "",
      leaves === "when-due" ? "only if nobody answers before" : "",
    ]
      .filter((part) => part !== "")
      .join(", "),
  );
  const call = clause.phone === true ? "and by telephone" : "and by telephone when there is risk";
  return [...lines, ...(clause.phone === undefined ? [] : [call])].map(cell).join("<br>");
};

const houseRule = ({ houseRule: rule }: Clause): string => (rule === undefined ? "" : `**House rule.** ${cell(rule)}`);

/** "status is cp or cla, and whereabouts is unknown": facts by the labels of their options. */
const inWords = (condition: Condition, words: Words): string => {
  if (isAll(condition)) return condition.all.map((each) => nested(each, words)).join(" and ");
  if (isAny(condition)) return condition.any.map((each) => nested(each, words)).join(" or ");
  if (isNot(condition)) return `not ${nested(condition.not, words)}`;
  return comparisonsOf(condition)
    .map(([fact, comparison]) => `“${words.vocabulary.facts[fact]?.asks ?? fact}” ${compared(fact, comparison, words)}`)
    .join(" and ");
};

const nested = (condition: Condition, words: Words): string =>
  isAll(condition) || isAny(condition) ? `(${inWords(condition, words)})` : inWords(condition, words);

const compared = (fact: string, comparison: Comparison, { vocabulary }: Words): string => {
  const label = (value: string | number | boolean): string => {
    if (typeof value === "boolean") return value ? "yes" : "no";
    const found = vocabulary.facts[fact]?.options?.find((option) => option.value === String(value));
    return `*${found?.label ?? String(value)}*`;
  };
  if (typeof comparison !== "object") return label(comparison);
  if ("in" in comparison) return either(comparison.in.map(label));
  const bounds: { readonly atLeast?: number | undefined; readonly atMost?: number | undefined } = comparison;
  const parts = [
    bounds.atLeast === undefined ? "" : `at least ${String(bounds.atLeast)}`,
    bounds.atMost === undefined ? "" : `at most ${String(bounds.atMost)}`,
  ];
  return parts.filter((part) => part !== "").join(" and ");
};
