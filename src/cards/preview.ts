import type { Instant } from "../domain/instants.ts";
import { briefingSections, type BriefingSection } from "../domain/report/facts.ts";
import type { Preview, PreviewLine } from "../domain/report/view.ts";
import { inWords } from "../time/say.ts";
import { withheldPart } from "./judgement-parts.ts";
import { box, quiet, say, strong, subheading } from "./kit.ts";
import { clauseList, considerList, watchList } from "./report-parts.ts";
import type { Container, Element } from "./schema.ts";
import { listed, typed } from "./text.ts";
import { byWhen } from "./when.ts";
import { howWords } from "./wording.ts";

const sectionWords = {
  basics: "basic information",
  concern: "the concern",
  action: "action being taken",
  updateExpected: "when to expect an update",
  contact: "who to contact",
} as const satisfies Record<BriefingSection, string>;

/** Somebody may only be told later, when nobody has answered by then (LCP-P5). */
const whenTold = (line: PreviewLine, near: Instant): string =>
  line.leaveAt > near ? `${inWords(line.leaveAt, near)}, if nobody has answered` : byWhen(line.dueAt, near);

const lineRow = (line: PreviewLine, near: Instant): Container =>
  box(
    [
      strong(typed([line.postTitle, line.who.length === 0 ? [] : [listed(line.who)]].flat().join(": "))),
      say(`${howWords[line.how]}, ${whenTold(line, near)}`, { spacing: "none" }),
      quiet(`Because: ${typed(line.clauses.join(", "))}`, { spacing: "none" }),
      ...(line.note === null ? [] : [box([say(typed(line.note))], { style: "warning", spacing: "small" })]),
    ],
    { spacing: "default" },
  );

const missingPart = (missing: readonly BriefingSection[]): Element[] => {
  if (missing.length === 0) return [];
  const words = briefingSections.filter((section) => missing.includes(section)).map((section) => sectionWords[section]);
  return [box([say(`The briefing goes without: ${listed(words)}. You can add it afterwards.`)], { style: "warning" })];
};

const phonePart: Container = box(
  [strong("You must also telephone. The next card opens the call, and asks who you spoke to.")],
  { style: "attention" },
);

const nobodyYet =
  "Nobody yet. If nothing changes, they are told when the time below has passed; this is kept until then.";
const nobody =
  "Nobody: no clause of the policy asks for it as you have answered. If you are in doubt, talk to your line manager, or change your answers.";

const whoIsTold = ({ lines, watch, asOf }: Preview): Container =>
  lines.length === 0
    ? box([say(watch.length > 0 ? nobodyYet : nobody)], { style: "emphasis" })
    : box(lines.map((line) => lineRow(line, asOf)));

/** What the bot will ask, and when, until the answer ends it. */
const asksPart = ({ asks, asOf }: Preview): Element[] => {
  if (asks === null) return [];
  const times = asks.at.map((at) => inWords(at, asOf));
  return [say(`I ask you “${typed(asks.question)}” at these times: ${listed(times)}. You can tell me sooner.`)];
};

/** Who will be told, how and by when, each with its clause: shown before anything is sent. */
export const previewPart = (preview: Preview, room: number): Element[] => {
  const near = preview.asOf;
  return [
    quiet([preview.category, preview.caseRef ?? []].flat().map(typed).join(" · "), { spacing: "none" }),
    ...(preview.phone ? [phonePart] : []),
    subheading("Who will be told"),
    whoIsTold(preview),
    ...withheldPart(preview.withheld, true),
    ...missingPart(preview.missingSections),
    ...(preview.clauses.length === 0 ? [] : [subheading("Why"), clauseList(preview.clauses, near, room)]),
    ...watchList(preview.watch, near),
    ...asksPart(preview),
    ...considerList(preview.alsoConsider, near),
  ];
};
