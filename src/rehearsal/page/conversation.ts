import type { MessageView, Outcome } from "../wire.ts";
import { api, type Place, type Pressed } from "./api.ts";
import { focusCard, isBeingFilledIn, setBusy } from "./cards.ts";
import { chatMark } from "./chats.ts";
import { byId, drawing, el, refill } from "./dom.ts";
import { openLink } from "./links.ts";
import { drawMessage } from "./message.ts";
import type { State, Store } from "./state.ts";
import { openTask, somethingWrong } from "./task.ts";
import { announce, toast } from "./toasts.ts";
import { counted, dateOf, dayInWords } from "./words.ts";

interface ConversationDeps {
  readonly store: () => Store;
  readonly now: () => number;
  readonly showChats: () => void;
}

/** A message on the page, and what it was drawn from. */
interface Drawn {
  readonly element: HTMLElement;
  readonly from: string;
}

const togetherMs = 5 * 60_000;
const failed = (fault: unknown): Outcome => ({ outcome: "failed", why: String(fault) });

/** The messages of one conversation. A message is drawn again only when it changed, so that nothing typed is lost. */
export const createConversation = (deps: ConversationDeps) => {
  const head = el("header", { class: "conversation-head" });
  const list = el("div", { class: "messages", role: "list", tabindex: "0", "aria-label": "Messages" });
  byId("conversation").append(head, list);
  let place: Place = { person: "", conversation: "" };
  let drawn = new Map<string, Drawn>();
  const refreshed = new Set<string>();

  const cardOf = (id: string): HTMLElement | null => drawn.get(id)?.element.querySelector<HTMLElement>(".card") ?? null;

  const press = async (message: MessageView, pressed: Pressed, button: HTMLElement | null): Promise<void> => {
    const at = { ...place, message: message.id };
    const card = cardOf(message.id);
    if (card) setBusy(card, button, true);
    clearFault(message.id);
    const outcome = await api.press(at, pressed).catch(failed);
    if (card) setBusy(card, button, false);
    button?.focus({ preventScroll: true });
    await follow(message, outcome);
  };

  const follow = async (message: MessageView, outcome: Outcome): Promise<void> => {
    switch (outcome.outcome) {
      case "card":
        drawn.delete(message.id);
        await deps.store().refresh();
        afterPress(message.id);
        return;
      case "said":
        foot(message.id, outcome.text, "said");
        return;
      case "dialog":
        task(message, outcome, "task");
        return;
      case "failed":
        console.warn(outcome.why);
        foot(message.id, somethingWrong, "fault");
        return;
      case "done":
        return;
    }
  };

  const afterPress = (id: string): void => {
    const card = cardOf(id);
    if (!card) return;
    announce(card.getAttribute("aria-label") ?? "");
    focusCard(card);
  };

  const clearFault = (id: string): void => {
    drawn.get(id)?.element.querySelector(".foot")?.remove();
  };

  /** Under the card, where Teams puts it. */
  const foot = (id: string, text: string, kind: "said" | "fault"): void => {
    clearFault(id);
    const main = drawn.get(id)?.element.querySelector(".message-main");
    main?.append(el("p", { class: `foot ${kind}`, role: kind === "fault" ? "alert" : "status", text }));
  };

  const task = (
    message: MessageView,
    { dialog }: Extract<Outcome, { outcome: "dialog" }>,
    kind: "task" | "extension",
  ): void => {
    openTask(dialog, {
      place,
      message: message.id,
      kind,
      people: deps.store().get().room.people,
      closed: (said) => {
        if (said !== null) toast(said);
        void deps.store().refresh();
      },
    });
  };

  const reportThis = async (message: MessageView): Promise<void> => {
    const outcome = await api.reportThis({ ...place, message: message.id }).catch(failed);
    if (outcome.outcome === "dialog") task(message, outcome, "extension");
    else if (outcome.outcome === "said") toast(outcome.text);
    else foot(message.id, somethingWrong, "fault");
  };

  /** Teams refreshes a card by itself when it comes into view. */
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      const id = target instanceof HTMLElement ? target.dataset["message"] : undefined;
      const key = `${place.person} ${id ?? ""} ${target instanceof HTMLElement ? (target.dataset["edits"] ?? "") : ""}`;
      if (!isIntersecting || id === undefined || refreshed.has(key)) continue;
      refreshed.add(key);
      void api.refresh({ ...place, message: id }).catch(failed);
    }
  });

  const redraw = (message: MessageView, follows: boolean): HTMLElement => {
    const from = JSON.stringify([message, follows]);
    const before = drawn.get(message.id);
    if (before?.from === from) return before.element;
    const held = before?.element.querySelector<HTMLElement>(".card");
    if (before && held && isBeingFilledIn(held)) return holdBack(before.element, message);
    const element = drawMessage(message, follows, {
      press: (pressed, button) => void press(message, pressed, button),
      openUrl: (url) => {
        openLink(url, deps.store().get().room.people);
      },
      reportThis: () => void reportThis(message),
    });
    element.setAttribute("role", "listitem");
    element.dataset["edits"] = String(message.edits);
    if (message.refreshes) seen.observe(element);
    drawn.set(message.id, { element, from });
    return element;
  };

  /** Somebody is typing into the card that has changed: what they typed is theirs, so they say when. */
  const holdBack = (element: HTMLElement, { id }: MessageView): HTMLElement => {
    if (element.querySelector(".changed")) return element;
    const show = (): void => {
      drawn.delete(id);
      deps.store().redraw();
    };
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
    return element;
  };

  const rows = (messages: readonly MessageView[]): HTMLElement[] =>
    messages.flatMap((message, index) => {
      const before = messages[index - 1];
      const newDay = before === undefined || dateOf(before.at) !== dateOf(message.at);
      const follows =
        !newDay && before.by === message.by && Math.abs(message.at - before.at) < togetherMs && before.card === null;
      const day = el(
        "div",
        { class: "day", role: "separator" },
        el("span", { text: dayInWords(message.at, deps.now()) }),
      );
      return [...(newDay ? [day] : []), redraw(message, follows)];
    });

  const drawHead = ({ here, me }: State): void => {
    const about = {
      personal: `Only ${me.name} and Watchful see this chat`,
      channel: `${counted(here.members, "member")} · say @Watchful to speak to the bot`,
      group: `${counted(here.members, "colleague")} · Watchful is not in this chat; use “Report this” on a message`,
    };
    refill(
      head,
      el(
        "button",
        {
          type: "button",
          class: "icon-button back",
          "data-key": "back",
          "aria-label": "All chats",
          on: { click: deps.showChats },
        },
        drawing("back"),
      ),
      chatMark(here),
      el(
        "div",
        { class: "conversation-words" },
        el("h1", { text: here.title }),
        el("p", { class: "quiet", text: about[here.kind] }),
      ),
    );
  };

  const typingRow = (): HTMLElement =>
    el(
      "div",
      { class: "typing", role: "status" },
      el("span", { class: "typing-dots", "aria-hidden": "true" }, el("i"), el("i"), el("i")),
      el("span", { text: "Watchful is typing" }),
    );

  const isAtEnd = (): boolean => list.scrollHeight - list.scrollTop - list.clientHeight < 120;

  const draw = (state: State): void => {
    const moved = state.me.account !== place.person || state.here.id !== place.conversation;
    if (moved) {
      place = { person: state.me.account, conversation: state.here.id };
      drawn = new Map();
      refreshed.clear();
      seen.disconnect();
    }
    const stay = !moved && !isAtEnd();
    const last = list.lastElementChild;
    drawHead(state);
    list.classList.toggle("as-posts", state.here.kind === "channel");
    place_(list, [...rows(state.messages), ...(state.typing.has(state.here.id) ? [typingRow()] : [])]);
    if (state.messages.length === 0 && !state.typing.has(state.here.id)) list.append(empty(state));
    if (!stay && (moved || list.lastElementChild !== last)) list.scrollTop = list.scrollHeight;
  };
  return { draw };
};

const empty = ({ here }: State): HTMLElement =>
  el("p", {
    class: "empty",
    text: here.kind === "channel" ? "Nothing has been posted here yet." : "Nothing has been said here yet.",
  });

/** Puts these children in, in this order, without taking out those that stay: what is focused keeps the focus. */
const place_ = (host: HTMLElement, children: readonly HTMLElement[]): void => {
  const wanted = new Set<Element>(children);
  for (const child of [...host.children]) if (!wanted.has(child)) child.remove();
  for (const [index, child] of children.entries()) {
    if (host.children[index] !== child) host.insertBefore(child, host.children[index] ?? null);
  }
};
