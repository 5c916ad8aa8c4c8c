import type { Joined } from "../../../src/app/reporting.ts";

/**
 * A report's life as a person would tell it, written without looking at how the product does it: flags and a few plain
 * rules. It knows who may do what, what comes too late, and what closing waits for. What it needs of the world it sees as
 * a bystander would: the clock on the wall, and what arrives at people's screens.
 */
export interface Model {
  /** Whether this kind of thing goes on until somebody says that it has ended. */
  readonly ongoing: boolean;
  readonly began: number;
  confirmedAt: number | null;
  closed: boolean;
  called: boolean;
  ended: boolean;
  /** Somebody said that it goes on, and nobody was asked since. */
  answered: boolean;
  acknowledged: Set<string>;
  joined: Set<string>;
  /** Who has had a card about it, or would have, had Teams taken it. */
  told: Set<string>;
}

export const newModel = (ongoing: boolean, began: number): Model => ({
  ...{ ongoing, began, confirmedAt: null },
  ...{ closed: false, called: false, ended: false, answered: false },
  ...{ acknowledged: new Set(), joined: new Set(), told: new Set() },
});

export const deeds = [
  "confirm",
  "join",
  "acknowledge",
  "ask",
  "answer",
  "call",
  "close",
  "brief",
  "update",
  "persist",
  "end",
  "see",
] as const;
export type Deed = (typeof deeds)[number];
export type Outcome = Joined["outcome"];

/** Who had a draft of the same event, and could join; and who sees all reports. */
const others = new Set(["bo", "hugh"]);
const bosses = new Set(["nadia", "dee"]);
const week = 7 * 24 * 3_600_000;

const knows = ({ told, joined }: Model, who: string): boolean =>
  who === "ana" || joined.has(who) || told.has(who) || bosses.has(who);

/** What the model says must come of it at this time. */
export const expected = (model: Model, deed: Deed, who: string, now: number): Outcome => {
  if (deed === "confirm") return who === "ana" ? "done" : "refused";
  if (deed === "join") return joining(model, who, now);
  if (model.confirmedAt === null || !knows(model, who)) return "refused";
  if (deed === "see") return "done";
  if (model.closed) return "late";
  return deed === "persist" || deed === "end" ? whetherOver(model, deed, now) : whileOpen(model, deed, who);
};

/** A report of the same event is the same for a week. */
const joining = (model: Model, who: string, now: number): Outcome => {
  if (!others.has(who)) return "refused";
  if (model.joined.has(who)) return "done";
  const { confirmedAt, closed, ended } = model;
  return confirmedAt === null || closed || ended || now >= confirmedAt + week ? "gone" : "done";
};

const whetherOver = (model: Model, deed: "persist" | "end", now: number): Outcome => {
  if (!model.ongoing) return "unclear";
  if (model.ended) return "late";
  if (deed === "persist") return model.answered ? "late" : "done";
  return now < model.began ? "unclear" : "done";
};

const whileOpen = (
  model: Model,
  deed: Exclude<Deed, "confirm" | "join" | "see" | "persist" | "end">,
  who: string,
): Outcome => {
  const first = who === "ana";
  switch (deed) {
    case "acknowledge":
      if (first || !model.told.has(who)) return "refused";
      return model.acknowledged.has(who) ? "late" : "done";
    case "ask":
      return first || !(model.told.has(who) || bosses.has(who)) ? "refused" : "done";
    case "answer":
    case "brief":
    case "update":
      return first || model.joined.has(who) ? "done" : "refused";
    case "call":
      return model.called ? "late" : "done";
    case "close":
      if (first || !(model.told.has(who) || bosses.has(who))) return "refused";
      return model.called ? "done" : "unclear";
  }
};

/** Whether doing it changes anything, so that it can fail to be saved. */
export const changes = (model: Model, deed: Deed, who: string, now: number): boolean => {
  if (expected(model, deed, who, now) !== "done" || deed === "see") return false;
  if (deed === "confirm") return model.confirmedAt === null;
  return deed !== "join" || !model.joined.has(who);
};

/** What the model remembers of a deed that was done. */
export const remember = (model: Model, deed: Deed, who: string, now: number): void => {
  if (deed === "confirm") model.confirmedAt ??= now;
  if (deed === "join") model.joined.add(who);
  if (deed === "acknowledge") model.acknowledged.add(who);
  if (deed === "call") model.called = true;
  if (deed === "close") model.closed = true;
  if (deed === "end") model.ended = true;
  if (deed === "persist") model.answered = true;
};
