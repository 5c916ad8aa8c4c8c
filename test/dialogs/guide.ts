import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { ReportGuide } from "../../src/dialogs/report.ts";
import type { Preview } from "../../src/domain/report/view.ts";
import { vocabularySchema } from "../../src/domain/vocabulary.ts";
import { atLondon } from "../../src/time/london.ts";

/** The Saturday before Easter 2026, in the morning. */
export const asOf = atLondon("2026-04-04", "10:00");

const file = join(process.cwd(), "policies", "common", "events.yaml");
const { facts, events } = vocabularySchema.parse(parse(readFileSync(file, "utf8")));

export const anyPreview: Preview = {
  asOf,
  category: "Missing child",
  caseRef: null,
  clauses: [],
  watch: [],
  lines: [],
  phone: false,
  briefingOwed: true,
  missingSections: [],
  alsoConsider: [],
  asks: null,
};

const suggested = (event: string, clause: string) => ({ clause, title: clause, event });

/** A guide over the events that ship, with suggestions that are easy to foresee. */
export const guide: ReportGuide = {
  suggest: (text) =>
    text.includes("missing")
      ? [
          suggested("child-missing", "W-N2K-06"),
          suggested("child-missing", "W-N2K-07"),
          suggested("no-such-event", "X-1"),
          suggested("child-removed-from-uk", "LCP-3.3"),
          suggested("child-sexual-exploitation", "LCP-2.7"),
          suggested("child-homeless", "LCP-3.5"),
        ]
      : [],
  events: () => Object.entries(events).map(([id, event]) => ({ id, ...event })),
  questions: (event) =>
    (events[event]?.facts ?? []).flatMap((name) => {
      const fact = facts[name];
      return fact === undefined ? [] : [{ name, ...fact }];
    }),
  preview: (draft) => {
    const required = guide
      .questions(draft.event ?? "")
      .filter(({ assume, later }) => assume === undefined && later === undefined);
    return required.length > 0 && required.every(({ name }) => draft.answers[name] !== undefined) ? anyPreview : null;
  },
  people: () => [
    { id: "tunde.adeyemi@ambershire.example", name: "Tunde Adeyemi" },
    { id: "zofia.wisniewska@ambershire.example", name: "Zofia Wiśniewska" },
    { id: "zofia.nowak@ambershire.example", name: "Zofia Nowak" },
  ],
  contact: (by) => `${by}, 01632 960001`,
  briefingOwed: (draft) => draft.event === "child-missing" || draft.event === "child-death",
};
