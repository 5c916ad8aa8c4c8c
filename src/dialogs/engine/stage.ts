import type { Draft } from "../../domain/draft.ts";
import type { Instant } from "../../domain/instants.ts";
import type { ScreenButton } from "../../domain/screen.ts";
import type { Ask } from "./ask.ts";
import type { Context, Flow, Press, Screen } from "./screen.ts";

/** Where a draft stands: its flow, its screen, and what that screen may look at. */
export interface Stage<Guide, Id extends string, End extends string> {
  readonly flow: Flow<Guide, Id, End>;
  readonly here: Screen<Guide, Id | End>;
  readonly context: Context<Guide>;
}

export const backAnswer = "back";
const backButton: ScreenButton = { answer: backAnswer, label: "Back", tone: "quiet" };

/** A screen's name in a draft: "details", and "details:2" for its second card. */
export const placeOf = (id: string, part: number): string => (part === 1 ? id : `${id}:${String(part)}`);
export const placed = (name: string): { readonly id: string; readonly part: number } => {
  const [id = "", part = "1"] = name.split(":");
  return { id, part: Number(part) };
};

export const isScreen = <Guide, Id extends string, End extends string>(
  flow: Flow<Guide, Id, End>,
  name: string,
): name is Id => Object.hasOwn(flow.screens, name);

export const isEnd = <Guide, Id extends string, End extends string>(
  flow: Flow<Guide, Id, End>,
  name: string,
): name is End => Object.hasOwn(flow.ends, name);

/** A draft from before a flow changed may stand on a screen that is gone: it starts again, with all its answers. */
export const stageOf = <Guide, Id extends string, End extends string>(
  flow: Flow<Guide, Id, End>,
  draft: Draft,
  guide: Guide,
  asOf: Instant,
): Stage<Guide, Id, End> => {
  const { id, part } = placed(draft.screen);
  return isScreen(flow, id)
    ? { flow, here: flow.screens[id], context: { draft, guide, asOf, part } }
    : { flow, here: flow.screens[flow.start], context: { draft, guide, asOf, part: 1 } };
};

export const asksOf = <Guide, Id extends string, End extends string>({
  here,
  context,
}: Stage<Guide, Id, End>): readonly Ask[] => here.inputs?.(context) ?? [];

export const canGoBack = <Guide, Id extends string, End extends string>({
  here,
  context,
}: Stage<Guide, Id, End>): boolean => here.back !== false && context.draft.trail.length > 0;

/** The buttons as they are shown: a family becomes one button for each of its values. */
export const buttonsOf = <Guide, Id extends string, End extends string>(
  stage: Stage<Guide, Id, End>,
): ScreenButton[] => [
  ...stage.here.buttons.flatMap(({ answer, label, tone, each }) =>
    each === undefined
      ? [{ answer, label, tone }]
      : each(stage.context).map((one) => ({ answer: `${answer}:${one.value}`, label: one.label, tone })),
  ),
  ...(canGoBack(stage) ? [backButton] : []),
];

/** A button that was pressed, and for one of a family, which. */
export interface Pressed<Guide, To extends string> {
  readonly press: Press<Guide, To>;
  readonly value: string;
}

/** The press a button's answer means; the primary one when the client sent none; undefined for one that is not shown. */
export const pressOf = <Guide, Id extends string, End extends string>(
  { here, context }: Stage<Guide, Id, End>,
  button: string | null,
): Pressed<Guide, Id | End> | undefined => {
  for (const press of here.buttons) {
    const value = press.each?.(context).find((one) => `${press.answer}:${one.value}` === button)?.value;
    if (value !== undefined) return { press, value };
    if (press.each === undefined && press.answer === button) return { press, value: "" };
  }
  const primary = here.buttons.find(({ tone, each }) => tone === "primary" && each === undefined);
  return button === null && primary !== undefined ? { press: primary, value: "" } : undefined;
};
