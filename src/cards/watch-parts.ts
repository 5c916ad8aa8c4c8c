import type { JoinedView, ReportView } from "../domain/report/view.ts";
import { coloured, quiet, say, subheading } from "./kit.ts";
import type { Element } from "./schema.ts";
import { cut, typed } from "./text.ts";
import { shortly } from "./when.ts";

/** "Found: Monday 23 November, 1pm, recorded by Ana Petrescu", or who last said that it goes on. */
export const watchingPart = ({ watching, reportedAt }: ReportView): Element[] => {
  if (watching === null) return [];
  const { ended, endLabel, last, persistLabel } = watching;
  if (ended !== null)
    return [
      coloured(`${typed(endLabel)}: ${shortly(ended.at, reportedAt)}, recorded by ${typed(ended.by)}`, "good", {
        spacing: "small",
        weight: "bolder",
      }),
    ];
  return last === null
    ? []
    : [quiet(`${typed(persistLabel)}: ${typed(last.by)}, ${shortly(last.at, reportedAt)}`, { spacing: "small" })];
};

/** What others reported of the same event: beside the first reporter's words, never instead of them. */
export const joinedPart = ({ joined, reportedAt }: ReportView, room: number): Element[] =>
  joined.flatMap(({ by, at, what, details }: JoinedView) => [
    subheading(`Also reported by ${typed(by)}`),
    quiet(shortly(at, reportedAt), { spacing: "none" }),
    say(typed(cut(what, room))),
    ...details.flatMap(({ label, value }) => [
      quiet(typed(label), { spacing: "default" }),
      say(typed(cut(value, room)), { spacing: "none" }),
    ]),
  ]);
