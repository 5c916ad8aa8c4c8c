import { faults, faultWords } from "./faults.ts";
import { keysOf } from "./keys.ts";
import type { Flow, Press } from "./screen.ts";

const quoted = (text: string): string => `"${text.replaceAll('"', "'")}"`;

type Names<To extends string> = readonly (readonly [To, unknown])[];
const entries = <Key extends string, Value>(record: Readonly<Record<Key, Value>>): (readonly [Key, Value])[] =>
  keysOf(record).map((key) => [key, record[key]] as const);

/** One arrow for each route; the condition stands under the answer. */
const arrows = <Guide, To extends string>(from: string, press: Press<Guide, To>): string[] =>
  press.routes.map(({ to, when }) => {
    const words = when === undefined ? press.label : `${press.label}: ${when.says}`;
    return `  ${from} -->|${quoted(words)}| ${to}`;
  });

/** The flow as a Mermaid flowchart. "Back" is left out: it is on every screen but the first and the preview. */
const chart = <Guide, Id extends string, End extends string>(flow: Flow<Guide, Id, End>): string[] => [
  "```mermaid",
  "flowchart TD",
  `  begin([Begin]) --> ${flow.start}`,
  ...entries(flow.screens).map(([id, { purpose }]) => `  ${id}[${quoted(purpose)}]`),
  ...entries(flow.ends).map(([end, words]) => `  ${end}([${quoted(words)}])`),
  ...entries(flow.screens).flatMap(([id, { buttons }]) => buttons.flatMap((press) => arrows(id, press))),
  "```",
];

const cell = (text: string): string => text.replaceAll("|", "\\|");
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${heads.join(" | ")} |`,
  `| ${heads.map(() => "---").join(" | ")} |`,
  ...rows.map((row) => `| ${row.map(cell).join(" | ")} |`),
];

const screensTable = <Guide, Id extends string, End extends string>(flow: Flow<Guide, Id, End>): string[] =>
  table(
    ["screen", "what it is for", "answers"],
    entries(flow.screens).map(([id, { purpose, buttons }]) => [
      `\`${id}\``,
      purpose,
      buttons.map(({ answer, each, label }) => `\`${answer}${each === undefined ? "" : ":…"}\` ${label}`).join("; "),
    ]),
  );

const endsTable = (ends: Names<string>): string[] =>
  table(
    ["end", "what happens"],
    ends.map(([end, words]) => [`\`${end}\``, String(words)]),
  );

/** The page about a flow: its drawing, its screens, its ends, and every sentence that refuses an answer. */
export const drawFlow = <Guide, Id extends string, End extends string>(flow: Flow<Guide, Id, End>): string =>
  [
    `# ${flow.title}`,
    "",
    "Generated from the code by `npm run flows`: change the screens, not this page.",
    "",
    ...chart(flow),
    "",
    "“Back” goes to the screen before and keeps everything typed.",
    "",
    "## Screens",
    "",
    ...screensTable(flow),
    "",
    "## Ends",
    "",
    ...endsTable(entries(flow.ends)),
    "",
    "## When an answer is not taken",
    "",
    ...table(
      ["fault", "what the person reads"],
      faults.map((fault) => [`\`${fault}\``, faultWords[fault]]),
    ),
    "",
  ].join("\n");
