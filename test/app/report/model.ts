import type { Answered } from "../../../src/app/reporting.ts";

/**
 * A report's life as a person would tell it, written without looking at how the product does it: flags and a few plain
 * rules. It knows who may do what, what comes too late, and what closing waits for.
 */
export interface Model {
  confirmed: boolean;
  closed: boolean;
  called: boolean;
  acknowledged: Set<string>;
}

export const newModel = (): Model => ({ confirmed: false, closed: false, called: false, acknowledged: new Set() });

export type Deed = "confirm" | "acknowledge" | "ask" | "answer" | "call" | "close" | "brief" | "see";

/** What the model says must come of it. `told`: whoever was told by now; `boss`: whoever oversees all reports. */
export const expected = (
  model: Model,
  deed: Deed,
  who: string,
  told: ReadonlySet<string>,
  boss: ReadonlySet<string>,
): Answered["outcome"] => {
  const reporter = who === "ana";
  if (deed === "confirm") return reporter ? "done" : "refused";
  const knows = reporter || told.has(who) || boss.has(who);
  if (!model.confirmed || !knows) return "refused";
  if (deed === "see") return "done";
  if (model.closed) return "late";
  return whileOpen(model, deed, who, told);
};

const whileOpen = (
  model: Model,
  deed: Exclude<Deed, "confirm" | "see">,
  who: string,
  told: ReadonlySet<string>,
): Answered["outcome"] => {
  const reporter = who === "ana";
  switch (deed) {
    case "acknowledge":
      if (reporter || !told.has(who)) return "refused";
      return model.acknowledged.has(who) ? "late" : "done";
    case "ask":
      return reporter ? "refused" : "done";
    case "answer":
    case "brief":
      return reporter ? "done" : "refused";
    case "call":
      return model.called ? "late" : "done";
    case "close":
      if (reporter) return "refused";
      return model.called ? "done" : "unclear";
  }
};

/** What the model remembers of a deed that was done. */
export const remember = (model: Model, deed: Deed, who: string): void => {
  if (deed === "confirm") model.confirmed = true;
  if (deed === "acknowledge") model.acknowledged.add(who);
  if (deed === "call") model.called = true;
  if (deed === "close") model.closed = true;
};
