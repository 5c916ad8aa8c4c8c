import type { ConversationView } from "../wire.ts";
import { botAvatar, byId, drawing, el, refill } from "./dom.ts";
import { meButton } from "./people.ts";
import type { State } from "./state.ts";
import { shortly } from "./words.ts";

interface ChatsDeps {
  readonly go: (conversation: string) => void;
  readonly openPeople: () => void;
  readonly now: () => number;
}

export const chatMark = ({ kind }: ConversationView): HTMLElement => {
  if (kind === "personal") return botAvatar();
  return el(
    "span",
    { class: "avatar chat-mark", "aria-hidden": "true" },
    drawing(kind === "channel" ? "channel" : "people"),
  );
};

const lastWords = ({ last }: ConversationView, me: string): string => {
  if (last === null) return "Nothing said yet";
  return last.by === me ? `You: ${last.text}` : last.text;
};

const row = (chat: ConversationView, state: State, { go, now }: ChatsDeps): HTMLElement =>
  el(
    "li",
    {},
    el(
      "button",
      {
        type: "button",
        class: `chat${chat.unread > 0 ? " has-news" : ""}`,
        "data-key": `chat-${chat.id}`,
        "aria-current": chat.id === state.here.id ? "true" : null,
        on: {
          click: () => {
            go(chat.id);
          },
        },
      },
      chatMark(chat),
      el(
        "span",
        { class: "chat-words" },
        el("span", { class: "chat-title", text: chat.title }),
        el("span", { class: "chat-last", text: lastWords(chat, state.me.name) }),
      ),
      el(
        "span",
        { class: "chat-side" },
        el("span", { class: "chat-when", text: chat.last === null ? "" : shortly(chat.last.at, now()) }),
        chat.unread > 0 ? el("span", { class: "dot" }, el("span", { class: "unseen", text: "new" })) : null,
      ),
    ),
  );

const titles = { personal: "Chat", group: "Chat", channel: "Channels" } as const;

/** The conversations of whoever one is. */
export const createChats = (deps: ChatsDeps) => {
  const host = byId("chats");
  const section = (title: string, state: State): HTMLElement | null => {
    const chats = state.conversations.filter(({ kind }) => titles[kind] === title);
    if (chats.length === 0) return null;
    return el(
      "section",
      {},
      el("h3", { class: "list-title", text: title }),
      el("ul", { class: "list" }, ...chats.map((chat) => row(chat, state, deps))),
    );
  };
  return {
    draw: (state: State): void => {
      refill(
        host,
        el("div", { class: "pane-head" }, meButton(state, deps.openPeople)),
        section("Chat", state),
        section("Channels", state),
      );
    },
  };
};
