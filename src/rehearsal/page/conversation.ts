import type { MessageView } from "../wire.ts";
import { chatMark } from "./chats.ts";
import { byId, drawing, el, refill } from "./dom.ts";
import { openLink } from "./links.ts";
import { drawMessage, type MessageDeps } from "./message.ts";
import { meChip } from "./people.ts";
import { press, reportThis, type PressDeps } from "./presses.ts";
import { arrange, createRows, type Rows } from "./rows.ts";
import { createSeen } from "./seen.ts";
import type { State, Store } from "./state.ts";
import { counted } from "./words.ts";

interface ConversationDeps {
  readonly store: () => Store;
  readonly now: () => number;
  readonly showChats: () => void;
  readonly showPeople: () => void;
}

/** The messages of the conversation that is open. */
export const createConversation = (deps: ConversationDeps) => {
  const { store } = deps;
  const head = el("header", { class: "conversation-head" });
  const list = el("div", { class: "messages", role: "list", tabindex: "0", "aria-label": "Messages" });
  byId("conversation").append(head, list);
  const seen = createSeen(store);
  const rows: Rows = createRows({
    redraw: () => {
      store().redraw();
    },
    draw: (message, follows) => {
      const element = drawMessage(message, follows, eventsOf(message, { store, rows }));
      seen.watch(element, message);
      return element;
    },
  });
  let shown = "";

  return {
    draw: (state: State): void => {
      const place = `${state.me.account} ${state.here.id}`;
      const moved = place !== shown;
      if (moved) {
        rows.clear();
        seen.clear();
      }
      shown = place;
      drawHead(head, state, deps);
      keepPlace(list, moved, () => {
        arrange(list, all(state, rows.rows(state.messages, deps.now())));
      });
    },
  };
};

const eventsOf = (message: MessageView, deps: PressDeps): MessageDeps => ({
  press: (pressed, button) => void press(deps, message, pressed, button),
  openUrl: (url) => {
    openLink(url, deps.store().get().room.people);
  },
  reportThis: () => void reportThis(deps, message),
});

const all = (state: State, rows: readonly HTMLElement[]): readonly HTMLElement[] => {
  if (state.typing.has(state.here.id)) return [...rows, typingRow()];
  return rows.length === 0 ? [empty(state)] : rows;
};

const about = {
  personal: ({ me }: State) => `Only ${me.name} and Watchful see this chat`,
  channel: ({ here }: State) => `${counted(here.members, "member")} · say @Watchful to speak to it`,
  group: ({ here }: State) =>
    `${counted(here.members, "colleague")}, without Watchful · try “Report this” on a message`,
} as const;

const drawHead = (head: HTMLElement, state: State, { showChats, showPeople }: ConversationDeps): void => {
  const { here } = state;
  const back = { type: "button", class: "icon-button back", "data-key": "back", "aria-label": "All chats" };
  refill(
    head,
    el("button", { ...back, on: { click: showChats } }, drawing("back")),
    chatMark(here),
    el(
      "div",
      { class: "conversation-words" },
      el("h1", { text: here.title }),
      el("p", { class: "quiet", text: about[here.kind](state) }),
    ),
    meChip(state, showPeople),
  );
};

const typingRow = (): HTMLElement =>
  el(
    "div",
    { class: "typing", role: "status" },
    el("span", { class: "typing-dots", "aria-hidden": "true" }, el("i"), el("i"), el("i")),
    el("span", { text: "Watchful is typing" }),
  );

const empty = ({ here }: State): HTMLElement =>
  el("p", {
    class: "empty",
    text: here.kind === "channel" ? "Nothing has been posted here yet." : "Nothing has been said here yet.",
  });

/** What stands last: a card that was replaced in place is still the same message. */
const lastOf = (list: HTMLElement): string =>
  list.lastElementChild instanceof HTMLElement ? (list.lastElementChild.dataset["message"] ?? "typing") : "";

/** Follows what is new at the end, unless somebody has scrolled back to read. */
const keepPlace = (list: HTMLElement, moved: boolean, change: () => void): void => {
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 120;
  const last = lastOf(list);
  const top = list.scrollTop;
  change();
  // A message that is drawn again is gone for a moment, and the list shorter.
  list.scrollTop = top;
  if (moved || (atEnd && lastOf(list) !== last)) toEnd(list);
};

/** The newest message, from its beginning when it is taller than the view. */
const toEnd = (list: HTMLElement): void => {
  const last = list.lastElementChild;
  list.scrollTop = list.scrollHeight;
  if (last instanceof HTMLElement && last.offsetHeight > list.clientHeight) {
    list.scrollTop += last.getBoundingClientRect().top - list.getBoundingClientRect().top;
  }
};
