import type { ConversationView, Outcome } from "../wire.ts";
import { api } from "./api.ts";
import { byId, drawing, el } from "./dom.ts";
import { drawStarters } from "./starters.ts";
import type { State, Store } from "./state.ts";
import { toast } from "./toasts.ts";

/** The box to type in, with things to try above it. */
export const createCompose = (store: () => Store) => {
  const starters = el("div", { class: "starters" });
  const box = el("textarea", { rows: 1, id: "say", "aria-label": "Type a message", maxlength: 20_000 });
  const send = (text: string): void => void say(store(), text);
  byId("conversation").append(el("div", { class: "compose-place" }, starters, form(box, send)));
  return {
    say: send,
    draw: (state: State): void => {
      const isChannel = state.here.kind === "channel";
      box.placeholder = isChannel ? "Post in this channel. Say @Watchful to speak to it" : "Type a message";
      drawStarters(starters, state, send);
    },
  };
};

const hears = ({ kind, hasBot }: ConversationView, text: string): boolean =>
  kind === "personal" || (hasBot && /@watchful/i.test(text));

const say = async (store: Store, text: string): Promise<void> => {
  const { here } = store.get();
  if (hears(here, text)) store.setTyping(here.id, true);
  const outcome = await api
    .say(store.place(), text)
    .catch((fault: unknown): Outcome => ({ outcome: "failed", why: String(fault) }));
  store.setTyping(here.id, false);
  await store.refresh();
  if (outcome.outcome !== "failed") return;
  console.warn(outcome.why);
  toast("Watchful did not answer. Teams would show nothing more. Try again.");
};

const tallest = 160;

const form = (box: HTMLTextAreaElement, send: (text: string) => void): HTMLElement => {
  const button = el("button", { type: "submit", class: "send", "aria-label": "Send" }, drawing("send"));
  const grow = (): void => {
    box.style.height = "auto";
    box.style.height = `${String(Math.min(box.scrollHeight, tallest))}px`;
    button.disabled = box.value.trim() === "";
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    const text = box.value.trim();
    box.value = "";
    grow();
    if (text !== "") send(text);
  };
  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
  });
  grow();
  return el("form", { class: "compose", on: { submit } }, box, button);
};
