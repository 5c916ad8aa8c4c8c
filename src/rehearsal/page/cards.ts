import type { Action, AdaptiveCard } from "adaptivecards";
import type { CardJson } from "../wire.ts";
import type { Pressed } from "./api.ts";
import { learnCharts } from "./chart-element.ts";
import { el } from "./dom.ts";
import { hostConfig } from "./host-config.ts";

const markdown = markdownit({ html: false, linkify: false, breaks: true });
// A picture in typed text would be fetched from somewhere else.
markdown.disable(["image"]);

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

learnCharts();

export const asMarkdown = (text: string): string => markdown.render(text);

export interface CardEvents {
  /** A press that goes to the bot. `button` is what was pressed. */
  readonly press: (pressed: Pressed, button: HTMLElement | null) => void;
  readonly openUrl: (url: string) => void;
}

const typable = "input, textarea, select";
/** On a telephone nothing that is typed in takes the focus by itself, so that the keyboard stays down. */
const isTouched = (): boolean => matchMedia("(hover: none)").matches;

const isData = (value: unknown): value is CardJson =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const pressedOf = (action: Action): Pressed | null => {
  if (action instanceof AdaptiveCards.ExecuteAction)
    return { type: "Action.Execute", verb: action.verb, data: isData(action.data) ? action.data : {} };
  if (action instanceof AdaptiveCards.SubmitAction)
    return { type: "Action.Submit", verb: "", data: isData(action.data) ? action.data : {} };
  return null;
};

const hear = (card: AdaptiveCard, { press, openUrl }: CardEvents): void => {
  card.onExecuteAction = (action) => {
    if (action instanceof AdaptiveCards.OpenUrlAction) {
      openUrl(action.url ?? "");
      return;
    }
    const pressed = pressedOf(action);
    if (pressed) press(pressed, action.renderedElement ?? null);
  };
  card.onInlineCardExpanded = (action, isExpanded) => {
    const form = action.card.renderedElement;
    if (isExpanded && form)
      requestAnimationFrame(() => {
        enter(form);
      });
  };
  card.onAnchorClicked = (_, anchor) => {
    openUrl(anchor.href);
    return true;
  };
};

/** A form that opened under a button: its first question, and all of it in view. */
const enter = (form: HTMLElement): void => {
  if (!isTouched()) form.querySelector<HTMLElement>(typable)?.focus({ preventScroll: true });
  form.scrollIntoView({ block: "nearest", behavior: "smooth" });
};

/** Draws a card. A card that cannot be drawn says so, as Teams would show nothing at all. */
export const drawCard = (json: CardJson, events: CardEvents): HTMLElement => {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  hear(card, events);
  card.parse(json);
  const drawn = card.render();
  const host = el("div", { class: "card", tabindex: "-1", role: "group", "aria-label": card.speak ?? "Card" });
  host.append(drawn ?? el("p", { class: "card-fault", text: "This card cannot be drawn." }));
  return host;
};

/** Whether somebody is in the middle of filling the card in. */
export const isBeingFilledIn = (card: HTMLElement): boolean =>
  document.activeElement !== null && card.contains(document.activeElement) && document.activeElement.matches(typable);

/** Shows that an answer is being waited for: nothing can be pressed twice. */
export const setBusy = (card: HTMLElement, button: HTMLElement | null, on: boolean): void => {
  card.classList.toggle("busy", on);
  card.inert = on;
  card.setAttribute("aria-busy", String(on));
  button?.classList.toggle("pressed", on);
};

/** Shows the whole card, or the top of one that is taller than the view: it is read from there. */
const bringIntoView = (card: HTMLElement): void => {
  const shown = card.closest<HTMLElement>("article, .sheet-body") ?? card;
  const room = shown.parentElement?.clientHeight ?? innerHeight;
  // At once: a card that is drawn again meanwhile would stop a smooth scroll half way.
  shown.scrollIntoView({ block: shown.offsetHeight > room ? "start" : "nearest" });
};

/** Puts the focus where the next answer is typed; on a telephone on the card. */
export const focusCard = (card: HTMLElement): void => {
  const first = isTouched() ? null : card.querySelector<HTMLElement>(typable);
  (first ?? card).focus({ preventScroll: true });
  bringIntoView(card);
};
