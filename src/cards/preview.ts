import { briefingSections, type BriefingSection } from "../domain/report/facts.ts";
import type { Preview, PreviewLine } from "../domain/report/view.ts";
import { box, coloured, quiet, say, strong, subheading } from "./kit.ts";
import { byWhen, clauseList, considerList, watchList } from "./report-parts.ts";
import type { Container, Element } from "./schema.ts";
import { listed, typed } from "./text.ts";
import { howWords } from "./wording.ts";

const sectionWords = {
  basics: "basic information",
  concern: "the concern",
  action: "action being taken",
  updateExpected: "when to expect an update",
  contact: "who to contact",
} as const satisfies Record<BriefingSection, string>;

const lineRow = (line: PreviewLine, separator: boolean): Container =>
  box(
    [
      strong(typed([line.postTitle, line.who.length === 0 ? [] : [listed(line.who)]].flat().join(": "))),
      quiet(`${howWords[line.how]}, ${byWhen(line.dueAt)} (${typed(line.clauses.join(", "))})`),
      ...(line.note === null ? [] : [coloured(typed(line.note), "warning", { spacing: "small" })]),
    ],
    { separator },
  );

const missingPart = (missing: readonly BriefingSection[]): Element[] => {
  if (missing.length === 0) return [];
  const words = briefingSections.filter((section) => missing.includes(section)).map((section) => sectionWords[section]);
  return [say(`The briefing goes without: ${listed(words)}. You can add it afterwards.`, { color: "warning" })];
};

/** Who will be told, how and by when, each with its clause: shown before anything is sent. */
export const previewPart = (preview: Preview, room: number): Element[] => [
  quiet([preview.category, preview.caseRef ?? []].flat().map(typed).join(" · ")),
  subheading("Who will be told"),
  box(preview.lines.map((line, index) => lineRow(line, index > 0))),
  ...(preview.phone ? [coloured("You must also telephone. The next card opens the call.", "attention")] : []),
  ...missingPart(preview.missingSections),
  subheading("Why"),
  clauseList(preview.clauses, room),
  ...watchList(preview.watch),
  ...considerList(preview.alsoConsider),
];
