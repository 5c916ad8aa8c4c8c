import type { Post } from "../domain/people.ts";
import { clockInWords } from "./clock.ts";
import { conditionInWords } from "./condition-words.ts";
import { caseLines, dutyApplies, dutyClocks } from "./document-duty.ts";
import type { Words } from "./document-duty.ts";
import type { Clause, Limb, Policy } from "./policy/clause.ts";
import type { TellSource } from "./policy/schema.ts";
import { either } from "./policy/nearest.ts";

/** A page on one policy for a practice lead: every clause, none left out. Markdown. */
export const documentPolicy = (policy: Policy, words: Words): string => {
  const { title, source, version, inForce, clauses } = policy;
  const until = inForce.to === undefined ? "" : ` until ${inForce.to}`;
  const byWhom = clauses.some(({ reportedBy }) => reportedBy !== undefined) ? "reported by" : "owed by";
  return [
    `# ${title}`,
    "",
    `<!-- Made from policies/${policy.id} by \`npm run docs\`. Change the policy, not this page. -->`,
    "",
    `${source}. Version ${version}, in force from ${inForce.from}${until}. ${String(clauses.length)} clauses.`,
    "",
    "A **house rule** is a reading that the council chose where the text is open. It is a setting of the policy.",
    "",
    `| clause | official words | applies | clock | ${byWhom} | told | house rule | where Watchful does it |`,
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...clauses.map((clause) => row(clause, words)),
    "",
  ].join("\n");
};

const row = (clause: Clause, words: Words): string => {
  const cells = [
    `**${clause.id}**<br>${cell(clause.title)}`,
    cell(clause.words),
    clause.duty
      ? dutyApplies(clause.duty, words).map(cell).join("<br>")
      : clause.limbs.map((limb) => applies(limb, words)).join("<br>or "),
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
  const when_ = when === null ? "" : ` and ${conditionInWords(when, words.vocabulary.facts)}`;
  return cell(says ?? `${events}${when_}`);
};

/** The clauses' clocks, each with what it counts from. */
export const clocks = (clause: Clause, words: Words): string => {
  const own = clause.duty ? dutyClocks(clause.duty, words) : limbClocks(clause, words);
  const [anchor = null] = clause.limbs.map((limb) => limb.anchor);
  const ofTells = clause.tell.flatMap(({ clock }) => (clock ? [`${clockInWords(clock)}${from(anchor, words)}`] : []));
  const all = [...new Set(own.length > 0 ? own : ofTells)];
  if (all.length > 0) return cell(all.join("; or ") + (clause.unit === "assumed" ? " (unit assumed)" : ""));
  return clause.kind === "notify" || clause.kind === "duty" ? "no limit stated" : "";
};

const limbClocks = ({ limbs }: Clause, words: Words): readonly string[] =>
  limbs.flatMap(({ clock, anchor }) =>
    clock === null || "noLimit" in clock ? [] : [`${clockInWords(clock)}${from(anchor, words)}`],
  );

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
  const calls = clause.phone === undefined ? [] : [call];
  return [...lines, ...calls, ...caseLines(clause, words)].map(cell).join("<br>");
};

const houseRule = ({ houseRule: rule }: Clause): string => (rule === undefined ? "" : `**House rule.** ${cell(rule)}`);
