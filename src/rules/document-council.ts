import type { Council } from "../domain/council.ts";
import { defaultHouseRules } from "./rulebook.ts";
import type { NotInUse } from "./composition.ts";
import { composeClauses, usedPolicies, winnersOf } from "./composition.ts";
import { cell, clocks } from "./document.ts";
import type { Clause, Loaded, Policy } from "./policy/clause.ts";
import { either } from "./policy/nearest.ts";

type Words = Pick<Loaded, "policies" | "vocabulary" | "posts">;

/** A page on what one council uses: every clause of its policies, in use or not, who wins and why. Markdown. */
export const documentCouncil = (council: Council, loaded: Words): string => {
  const policies = usedPolicies(council).flatMap(({ id }) => loaded.policies.filter((policy) => policy.id === id));
  const { inUse, notInUse } = composeClauses(council, policies);
  const out = new Map(notInUse.map((each) => [each.clause, each]));
  return [
    `# What ${council.name} uses`,
    "",
    `<!-- Made from the council file of ${council.id} by \`npm run docs\`. Change the file, not this page. -->`,
    "",
    `${String(inUse.length)} clauses of ${String(policies.length)} policies are in use, ${String(notInUse.length)} are not. Where two clauses in use ask for the same`,
    "thing and nothing is said below, both are shown and the earlier deadline runs.",
    "",
    "A **house rule** is a reading that the council chose where the text is open.",
    "",
    ...overlaps(council),
    ...houseRules(council),
    ...policies.flatMap((policy) => section(policy, out, loaded)),
  ].join("\n");
};

const overlaps = ({ overlaps: all }: Council): readonly string[] =>
  all.length === 0
    ? []
    : [
        "## Who wins",
        "",
        "| clauses | in use here | because |",
        "| --- | --- | --- |",
        ...all.map(
          (each) => `| ${each.clauses.join(", ")} | **${winnersOf(each).join(", ")}** | ${cell(each.because)} |`,
        ),
        "",
      ];

const section = (policy: Policy, out: ReadonlyMap<Clause, NotInUse>, words: Words): readonly string[] => [
  `## [${policy.title}](${policy.id}.md)`,
  "",
  `${String(policy.clauses.filter((clause) => !out.has(clause)).length)} of ${String(policy.clauses.length)} clauses are in use.`,
  "",
  "| clause | clock | in use | house rule |",
  "| --- | --- | --- | --- |",
  ...policy.clauses.map((clause) => row(clause, out.get(clause), words)),
  "",
];

const row = (clause: Clause, out: NotInUse | undefined, words: Words): string => {
  const dates = clause.inForce.to === undefined ? "" : `<br>until ${clause.inForce.to}`;
  const rule = clause.houseRule === undefined ? "" : `**House rule.** ${cell(clause.houseRule)}`;
  const cells = [`**${clause.id}**<br>${cell(clause.title)}${dates}`, clocks(clause, words), inUseInWords(out), rule];
  return `| ${cells.join(" | ")} |`;
};

/** "yes", or who stands in its place and why. */
const inUseInWords = (out: NotInUse | undefined): string => {
  if (out === undefined) return "yes";
  const because = out.because === null ? "" : `: ${cell(out.because)}`;
  return out.why === "overlap" ? `no, ${either(out.instead)} holds${because}` : `no, left out${because}`;
};

/** Settings of the council file that decide a deadline, and which of them are its own. */
const houseRules = ({ houseRules: own, closureDays }: Council): readonly string[] => {
  const { workingDay, afterHours, yearStarts } = own;
  const rows: readonly (readonly [string, string, string])[] = [
    ["Working day", `${workingDay.from} to ${workingDay.to}`, `${usual.workingDay.from} to ${usual.workingDay.to}`],
    ["Once the working day is over", afterHoursInWords[afterHours], afterHoursInWords[usual.afterHours]],
    ["The year for “N times a year” starts in month", String(yearStarts.month), String(usual.yearStarts.month)],
    ["Closure days", closureDays.join(", ") || "none", "none"],
  ];
  return [
    "## House rules",
    "",
    "| rule | here | usual |",
    "| --- | --- | --- |",
    ...rows.map(([rule, here, other]) => `| ${rule} | ${here === other ? here : `**${here}**`} | ${other} |`),
    "",
  ];
};

const usual = defaultHouseRules;
const afterHoursInWords = {
  now: "nobody waits: it is due at once",
  "next-day-end": "it is due at the end of the next working day",
} as const satisfies Record<Council["houseRules"]["afterHours"], string>;
