import type { Draft } from "../../domain/draft.ts";
import type { Instant } from "../../domain/instants.ts";
import type { ScreenButton, ScreenView } from "../../domain/screen.ts";
import { inputView } from "./ask.ts";
import { readCard, shownValue, typedInto } from "./read.ts";
import type { Context, Flow, Press, Screen } from "./screen.ts";

/** Either the next screen (the same one, when an answer was refused) or one of the flow's ends. */
export type Step<End extends string> =
  { readonly outcome: "screen"; readonly draft: Draft } | { readonly outcome: End; readonly draft: Draft };

export interface Answer {
  /** Raw text by input name, as the client sent it. Names that the screen does not ask for are ignored. */
  readonly input: Readonly<Record<string, string>>;
  /** The button's answer; null when the client sent none: the primary button is meant. */
  readonly button: string | null;
}

const back = "back";
const backButton: ScreenButton = { answer: back, label: "Back", tone: "quiet" };
const chooseOne = "Choose one of the buttons to go on.";
/** The key under which a refusal that belongs to no input is kept. */
const wholeScreen = "";

const placed = (name: string): { id: string; part: number } => {
  const [id = "", part = "1"] = name.split(":");
  return { id, part: Number(part) };
};
const place = (id: string, part: number): string => (part === 1 ? id : `${id}:${String(part)}`);

/** A flow made runnable: pure functions from a draft to its view, and from a draft and an answer to what comes next. */
export const runner = <Guide, Id extends string, End extends string>(flow: Flow<Guide, Id, End>) => {
  type Here = Screen<Guide, Id | End>;
  type Pressed = { readonly press: Press<Guide, Id | End>; readonly value: string };
  type At = Context<Guide>;

  const isScreen = (name: string): name is Id => Object.hasOwn(flow.screens, name);
  const isEnd = (name: string): name is End => Object.hasOwn(flow.ends, name);

  /** A draft from before a flow changed may stand on a screen that is gone: it starts again, with all its answers. */
  const at = (draft: Draft, guide: Guide, asOf: Instant): { here: Here; context: At } => {
    const { id, part } = placed(draft.screen);
    return isScreen(id)
      ? { here: flow.screens[id], context: { draft, guide, asOf, part } }
      : { here: flow.screens[flow.start], context: { draft, guide, asOf, part: 1 } };
  };

  const canGoBack = (here: Here, draft: Draft): boolean => here.back !== false && draft.trail.length > 0;

  const buttonsOf = (here: Here, context: At): ScreenButton[] =>
    here.buttons.flatMap(({ answer, label, tone, each }) =>
      each === undefined
        ? [{ answer, label, tone }]
        : each(context).map((one) => ({ answer: `${answer}:${one.value}`, label: one.label, tone })),
    );

  const pressOf = (here: Here, context: At, button: string | null): Pressed | undefined => {
    for (const press of here.buttons) {
      const values = press.each?.(context).map(({ value }) => value) ?? [];
      const value = values.find((one) => `${press.answer}:${one}` === button);
      if (value !== undefined) return { press, value };
      if (press.each === undefined && press.answer === button) return { press, value: "" };
    }
    const primary = here.buttons.find(({ tone, each }) => tone === "primary" && each === undefined);
    return button === null && primary !== undefined ? { press: primary, value: "" } : undefined;
  };

  const keep = (here: Here, context: At, input: Answer["input"]): Draft => ({
    ...context.draft,
    kept: { ...context.draft.kept, ...typedInto(here.inputs?.(context) ?? [], input, context.draft.kept) },
  });

  const goBack = (here: Here, context: At, input: Answer["input"]): Draft => {
    const kept = keep(here, context, input);
    return {
      ...kept,
      screen: kept.trail.at(-1) ?? flow.start,
      trail: kept.trail.slice(0, -1),
      step: kept.step + 1,
      refusals: {},
    };
  };

  const moved = (draft: Draft, to: string): Draft => {
    const trail = [...draft.trail, draft.screen];
    const { id } = placed(to);
    const before = isScreen(id) && flow.screens[id].settles === true ? trail.indexOf(to) : -1;
    return {
      ...draft,
      screen: to,
      trail: before < 0 ? trail : trail.slice(0, before),
      step: draft.step + 1,
      refusals: {},
    };
  };

  const follow = (context: At, press: Pressed["press"]): Step<End> => {
    const route = press.routes.find(({ when }) => when?.holds(context) ?? true);
    if (route === undefined) throw new Error(`${flow.name}: "${press.answer}" leads nowhere; give it a last route`);
    const { to } = route;
    if (isEnd(to)) return { outcome: to, draft: { ...context.draft, refusals: {} } };
    return { outcome: "screen", draft: moved(context.draft, place(to, route.part?.(context) ?? 1)) };
  };

  const take = (here: Here, context: At, { press, value }: Pressed, input: Answer["input"]): Step<End> => {
    const { guide, asOf, part } = context;
    const asks = here.inputs?.(context) ?? [];
    const read = press.inputs === "keep" ? null : readCard(asks, input, context.draft, asOf, press.inputs === "read");
    const draft: Draft = read === null ? keep(here, context, input) : { ...context.draft, kept: read.kept };
    if (read !== null && Object.keys(read.refusals).length > 0) {
      return { outcome: "screen", draft: { ...draft, refusals: read.refusals } };
    }
    const after = here.take?.({ draft, guide, asOf, part }, read?.taken ?? {}) ?? draft;
    const pressed = press.take?.({ draft: after, guide, asOf, part }, value) ?? after;
    return follow({ draft: pressed, guide, asOf, part }, press);
  };

  /** What the draft's screen looks like now. */
  const show = (draft: Draft, guide: Guide, asOf: Instant): ScreenView => {
    const { here, context } = at(draft, guide, asOf);
    const asks = here.inputs?.(context) ?? [];
    return {
      draft: draft.id,
      screen: draft.screen,
      step: draft.step,
      title: here.asks(context),
      intro: here.explains?.(context) ?? null,
      refusal: draft.refusals[wholeScreen] ?? null,
      inputs: asks.map((asked) => inputView(asked, shownValue(asked, draft.kept), draft.refusals[asked.name] ?? null)),
      buttons: [...buttonsOf(here, context), ...(canGoBack(here, draft) ? [backButton] : [])],
      preview: here.preview?.(context) ?? null,
    };
  };

  /** What an answer leads to. Whatever it is, nothing that was typed is lost. */
  const answer = (draft: Draft, { input, button }: Answer, guide: Guide, asOf: Instant): Step<End> => {
    const { here, context } = at(draft, guide, asOf);
    if (button === back && canGoBack(here, draft)) return { outcome: "screen", draft: goBack(here, context, input) };
    const pressed = pressOf(here, context, button);
    if (pressed !== undefined) return take(here, context, pressed, input);
    const kept = keep(here, context, input);
    return { outcome: "screen", draft: { ...kept, refusals: { ...kept.refusals, [wholeScreen]: chooseOne } } };
  };

  return { show, answer };
};
