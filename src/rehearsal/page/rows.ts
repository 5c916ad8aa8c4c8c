import type { MessageView } from "../wire.ts";
import { isBeingFilledIn } from "./cards.ts";
import { el } from "./dom.ts";
import { dateOf, dayInWords } from "./words.ts";

interface RowsDeps {
  /** Draws a message. `follows`: the same person said the one before, a moment ago. */
  readonly draw: (message: MessageView, follows: boolean) => HTMLElement;
  /** Has everything drawn again. */
  readonly redraw: () => void;
}

/** A message on the page, and what it was drawn from. */
interface Drawn {
  readonly element: HTMLElement;
  readonly from: string;
}

const togetherMs = 5 * 60_000;

const day = (at: number, now: number): HTMLElement =>
  el("div", { class: "day", role: "separator" }, el("span", { text: dayInWords(at, now) }));

const startsDay = (message: MessageView, before: MessageView | undefined): boolean =>
  before === undefined || dateOf(before.at) !== dateOf(message.at);

const follows = (message: MessageView, before: MessageView | undefined): boolean =>
  before !== undefined &&
  before.by === message.by &&
  before.isReply === message.isReply &&
  before.card === null &&
  !startsDay(message, before) &&
  Math.abs(message.at - before.at) < togetherMs;

/** Messages as they stand on the page. One is drawn again only when it changed, so that nothing typed is lost. */
export const createRows = ({ draw, redraw }: RowsDeps) => {
  let drawn = new Map<string, Drawn>();
  const forget = (id: string): void => {
    drawn.delete(id);
  };

  const row = (message: MessageView, isFollowing: boolean): HTMLElement => {
    const from = JSON.stringify([message, isFollowing]);
    const before = drawn.get(message.id);
    if (before?.from === from) return before.element;
    if (before && isTypedInto(before.element)) {
      sayChanged(before.element, () => {
        forget(message.id);
        redraw();
      });
      return before.element;
    }
    const element = draw(message, isFollowing);
    drawn.set(message.id, { element, from });
    return element;
  };

  return {
    forget,
    clear: (): void => {
      drawn = new Map();
    },
    elementOf: (id: string): HTMLElement | undefined => drawn.get(id)?.element,
    cardOf: (id: string): HTMLElement | null => drawn.get(id)?.element.querySelector<HTMLElement>(".card") ?? null,
    /** The messages in their order, with the days between them. */
    rows: (messages: readonly MessageView[], now: number): HTMLElement[] =>
      messages.flatMap((message, index) => {
        const before = messages[index - 1];
        const shown = row(message, follows(message, before));
        return startsDay(message, before) ? [day(message.at, now), shown] : [shown];
      }),
  };
};
export type Rows = ReturnType<typeof createRows>;

const isTypedInto = (element: HTMLElement): boolean => {
  const card = element.querySelector<HTMLElement>(".card");
  return card !== null && isBeingFilledIn(card);
};

/** Somebody is typing into a card that has changed: what they typed is theirs, so they say when it goes. */
const sayChanged = (element: HTMLElement, show: () => void): void => {
  if (element.querySelector(".changed")) return;
  element
    .querySelector(".message-main")
    ?.append(
      el(
        "p",
        { class: "changed", role: "status" },
        "This card has changed since you began to type. ",
        el("button", { type: "button", class: "link", text: "Show it as it is now", on: { click: show } }),
      ),
    );
};

/** Puts these children in, in this order, without taking out those that stay: what has the focus keeps it. */
export const arrange = (host: HTMLElement, children: readonly HTMLElement[]): void => {
  const wanted = new Set<Element>(children);
  for (const child of [...host.children]) if (!wanted.has(child)) child.remove();
  for (const [index, child] of children.entries()) {
    if (host.children[index] !== child) host.insertBefore(child, host.children[index] ?? null);
  }
};
