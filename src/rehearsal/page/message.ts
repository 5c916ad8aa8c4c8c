import type { MessageView } from "../wire.ts";
import { asMarkdown, drawCard, type CardEvents } from "./cards.ts";
import { avatar, botAvatar, drawing, el } from "./dom.ts";
import { timeOf } from "./words.ts";

export interface MessageDeps extends CardEvents {
  readonly reportThis: () => void;
}

const textOf = ({ text, format, isBot }: MessageView): HTMLElement | null => {
  if (text === "") return null;
  const bubble = el("div", { class: "bubble" });
  // Markdown is rendered without HTML; what people type is shown as it is.
  if (isBot && format !== "plain") bubble.innerHTML = asMarkdown(text);
  else bubble.textContent = text.replace(/<\/?at>/g, "");
  return bubble;
};

const tools = (message: MessageView, { reportThis }: MessageDeps): HTMLElement =>
  el(
    "div",
    { class: "message-tools" },
    el(
      "button",
      {
        type: "button",
        class: "tool",
        "aria-label": `Report this: message from ${message.by}, ${timeOf(message.at)}`,
        title: "Report this to Watchful",
        on: { click: reportThis },
      },
      drawing("flag"),
      el("span", { text: "Report this", "aria-hidden": "true" }),
    ),
  );

const head = ({ by, isBot, at, edits, isMine }: MessageView): HTMLElement =>
  el(
    "header",
    { class: "message-head" },
    isMine ? null : el("span", { class: "message-by", text: by }),
    isBot ? el("span", { class: "app-tag", text: "App" }) : null,
    el("time", { class: "message-at", datetime: new Date(at).toISOString(), text: timeOf(at) }),
    edits > 0 ? el("span", { class: "message-edited", text: "Edited" }) : null,
  );

/** A message as it stands in the conversation. `follows`: the same person said the one before, a moment ago. */
export const drawMessage = (message: MessageView, follows: boolean, deps: MessageDeps): HTMLElement => {
  const classes = [
    "message",
    message.isMine ? "mine" : "theirs",
    message.isBot ? "by-bot" : "",
    follows ? "follows" : "",
    message.isReply ? "reply" : "",
  ];
  const shown = el("article", {
    class: classes.filter((name) => name !== "").join(" "),
    role: "listitem",
    "data-message": message.id,
    "aria-label": `${message.isMine ? "You" : message.by}, ${timeOf(message.at)}`,
  });
  if (message.deleted) {
    shown.append(
      el("div", { class: "message-main" }, el("p", { class: "deleted", text: "This message has been deleted." })),
    );
    return shown;
  }
  const card = message.card === null ? null : drawCard(message.card, deps);
  const mark = message.isBot ? botAvatar() : avatar(message.by);
  if (!message.isMine) shown.append(el("div", { class: "message-mark" }, mark));
  shown.append(el("div", { class: "message-main" }, head(message), textOf(message), card), tools(message, deps));
  return shown;
};
