import type { Draft } from "../../domain/draft.ts";
import type { Instant } from "../../domain/instants.ts";
import type { ScreenView } from "../../domain/screen.ts";
import { inputView } from "./ask.ts";
import { readCard, shownValue, typedInto } from "./read.ts";
import type { Flow } from "./screen.ts";
import {
  asksOf,
  backAnswer,
  buttonsOf,
  canGoBack,
  isEnd,
  isScreen,
  placed,
  placeOf,
  type Pressed,
  pressOf,
  type Stage,
  stageOf,
} from "./stage.ts";

/** Either the next screen (the same one, when an answer was refused) or one of the flow's ends. */
export interface Step<End extends string> {
  readonly outcome: "screen" | End;
  readonly draft: Draft;
}

export interface Answer {
  /** Raw text by input name, as the client sent it. Names that the screen does not ask for are ignored. */
  readonly input: Readonly<Record<string, string>>;
  /** The button's answer; null when the client sent none: the primary button is meant. */
  readonly button: string | null;
}

const chooseOne = "Choose one of the buttons to go on.";
/** The key under which a refusal that belongs to no input is kept. */
const wholeScreen = "";

const keep = <Guide, Id extends string, End extends string>(
  stage: Stage<Guide, Id, End>,
  input: Answer["input"],
): Draft => {
  const { draft } = stage.context;
  return { ...draft, kept: { ...draft.kept, ...typedInto(asksOf(stage), input) } };
};

const goBack = <Guide, Id extends string, End extends string>(
  stage: Stage<Guide, Id, End>,
  input: Answer["input"],
): Draft => {
  const draft = keep(stage, input);
  const screen = draft.trail.at(-1) ?? stage.flow.start;
  return { ...draft, screen, trail: draft.trail.slice(0, -1), step: draft.step + 1, refusals: {} };
};

const moved = <Guide, Id extends string, End extends string>(
  flow: Flow<Guide, Id, End>,
  draft: Draft,
  to: string,
): Draft => {
  const trail = [...draft.trail, draft.screen];
  const { id } = placed(to);
  const before = isScreen(flow, id) && flow.screens[id].settles === true ? trail.indexOf(to) : -1;
  const shorter = before < 0 ? trail : trail.slice(0, before);
  return { ...draft, screen: to, trail: shorter, step: draft.step + 1, refusals: {} };
};

const follow = <Guide, Id extends string, End extends string>(
  { flow, context }: Stage<Guide, Id, End>,
  { press }: Pressed<Guide, Id | End>,
): Step<End> => {
  const route = press.routes.find(({ when }) => when?.holds(context) ?? true);
  if (route === undefined) throw new Error(`${flow.name}: "${press.answer}" leads nowhere; give it a last route`);
  const { to } = route;
  if (isEnd(flow, to)) return { outcome: to, draft: { ...context.draft, refusals: {} } };
  return { outcome: "screen", draft: moved(flow, context.draft, placeOf(to, route.part?.(context) ?? 1)) };
};

const read = <Guide, Id extends string, End extends string>(
  stage: Stage<Guide, Id, End>,
  { press }: Pressed<Guide, Id | End>,
  input: Answer["input"],
) => {
  const { draft, asOf } = stage.context;
  if (press.inputs === "keep") return { taken: null, kept: keep(stage, input).kept, refusals: {} };
  return readCard(asksOf(stage), input, draft, asOf, press.inputs === "read");
};

const take = <Guide, Id extends string, End extends string>(
  stage: Stage<Guide, Id, End>,
  pressed: Pressed<Guide, Id | End>,
  input: Answer["input"],
): Step<End> => {
  const { here, context } = stage;
  const { taken, kept, refusals } = read(stage, pressed, input);
  const draft = { ...context.draft, kept };
  if (Object.keys(refusals).length > 0) return { outcome: "screen", draft: { ...draft, refusals } };
  const answered = taken === null ? draft : (here.take?.({ ...context, draft }, taken) ?? draft);
  const after = pressed.press.take?.({ ...context, draft: answered }, pressed.value) ?? answered;
  return follow({ ...stage, context: { ...context, draft: after } }, pressed);
};

/** What the draft's screen looks like now. */
export const show = <Guide, Id extends string, End extends string>(
  flow: Flow<Guide, Id, End>,
  draft: Draft,
  guide: Guide,
  asOf: Instant,
): ScreenView => {
  const stage = stageOf(flow, draft, guide, asOf);
  const { here, context } = stage;
  return {
    draft: draft.id,
    screen: draft.screen,
    step: draft.step,
    title: here.asks(context),
    intro: here.explains?.(context) ?? null,
    refusal: draft.refusals[wholeScreen] ?? null,
    inputs: asksOf(stage).map((asked) =>
      inputView(asked, shownValue(asked, draft.kept), draft.refusals[asked.name] ?? null),
    ),
    buttons: buttonsOf(stage),
    preview: here.preview?.(context) ?? null,
  };
};

/** What an answer leads to. Whatever it is, nothing that was typed is lost. */
export const answer = <Guide, Id extends string, End extends string>(
  flow: Flow<Guide, Id, End>,
  draft: Draft,
  { input, button }: Answer,
  guide: Guide,
  asOf: Instant,
): Step<End> => {
  const stage = stageOf(flow, draft, guide, asOf);
  if (button === backAnswer && canGoBack(stage)) return { outcome: "screen", draft: goBack(stage, input) };
  const pressed = pressOf(stage, button);
  if (pressed !== undefined) return take(stage, pressed, input);
  const kept = keep(stage, input);
  return { outcome: "screen", draft: { ...kept, refusals: { ...kept.refusals, [wholeScreen]: chooseOne } } };
};
