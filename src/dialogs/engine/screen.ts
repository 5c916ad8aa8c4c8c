import type { Draft } from "../../domain/draft.ts";
import type { Instant } from "../../domain/instants.ts";
import type { FactValue } from "../../domain/report/facts.ts";
import type { Preview } from "../../domain/report/view.ts";
import type { ScreenButton } from "../../domain/screen.ts";
import type { Ask } from "./ask.ts";

/** What a screen may look at. `Guide` is what the flow needs to know of the world; the engine never looks inside. */
export interface Context<Guide> {
  readonly draft: Draft;
  readonly guide: Guide;
  readonly asOf: Instant;
  /** From 1, for a screen whose inputs need several cards. */
  readonly part: number;
}

/** A condition and its words: the drawing of a flow is read by people who do not read code. */
export interface Guard<Guide> {
  readonly says: string;
  readonly holds: (context: Context<Guide>) => boolean;
}

/** Where an answer leads. `part` chooses the card of a screen that needs several; 1 unless told. */
export interface Route<Guide, To extends string> {
  readonly to: To;
  readonly when?: Guard<Guide>;
  readonly part?: (context: Context<Guide>) => number;
}

/** The first route whose guard holds is taken; the last has none, so there is always a way on. */
export type Routes<Guide, To extends string> = readonly [
  ...(Route<Guide, To> & { readonly when: Guard<Guide> })[],
  Route<Guide, To> & { readonly when?: never },
];

/** One way to answer a screen, or with `each` a family of them whose buttons are `answer:value`. */
export interface Press<Guide, To extends string> {
  readonly answer: string;
  readonly label: string;
  readonly tone: ScreenButton["tone"];
  /**
   * What happens to the inputs. read: all must be right. some: empty ones are let be, whatever they require. keep: not
   * looked at, kept as typed.
   */
  readonly inputs: "read" | "some" | "keep";
  readonly each?: (context: Context<Guide>) => readonly { readonly value: string; readonly label: string }[];
  readonly take?: (context: Context<Guide>, value: string) => Draft;
  readonly routes: Routes<Guide, To>;
}

/** Answers that were read, by input name; an input left empty is not there. */
export type Taken = Readonly<Record<string, FactValue>>;

/** A few questions on one card, and where each answer leads. Data and small pure functions; nothing here draws or decides policy. */
export interface Screen<Guide, To extends string> {
  /** What it is for, in a few words: its name in the drawing. */
  readonly purpose: string;
  readonly asks: (context: Context<Guide>) => string;
  readonly explains?: (context: Context<Guide>) => string | null;
  readonly inputs?: (context: Context<Guide>) => readonly Ask[];
  /** Puts what was read into the draft. */
  readonly take?: (context: Context<Guide>, taken: Taken) => Draft;
  readonly buttons: readonly [Press<Guide, To>, ...Press<Guide, To>[]];
  /** Whether "Back" is offered when there is somewhere to go back to; default yes. */
  readonly back?: boolean;
  /** Arriving here again forgets the way round since the last time. */
  readonly settles?: boolean;
  readonly preview?: (context: Context<Guide>) => Preview | null;
}

/** A whole dialog: its screens by name, where it starts, and how it can end. */
export interface Flow<Guide, Id extends string, End extends string> {
  readonly name: string;
  readonly title: string;
  readonly start: Id;
  readonly screens: Readonly<Record<Id, Screen<Guide, Id | End>>>;
  /** Each end and what happens then, in words. */
  readonly ends: Readonly<Record<End, string>>;
}
