import type { Outcome } from "../wire.ts";
import { api } from "./api.ts";
import { byId, drawing, el, refill } from "./dom.ts";
import type { State, Store } from "./state.ts";
import { toast } from "./toasts.ts";

/** What to try, by what a person's post is for. */
const reporterStarters = [
  "13yo CLA missing since fri tea time, police aware",
  "A reporter rang about one of our families",
  "my reports",
  "help",
];
const otherStarters = ["report", "my reports", "help"];

export const startersFor = ({ me, room }: Pick<State, "me" | "room">): readonly string[] =>
  me.account === room.startAs || /social worker/i.test(me.posts.join(" ")) ? reporterStarters : otherStarters;

/** The box to type in, with things to try above it. */
export const createCompose = (store: () => Store) => {
  const starters = el("div", { class: "starters" });
  const box = el("textarea", { rows: 1, id: "say", "aria-label": "Type a message", maxlength: 20000 });
  const button = el("button", { type: "submit", class: "send", "aria-label": "Send" }, drawing("send"));
  const form = el("form", { class: "compose" }, box, button);
  byId("conversation").append(el("div", { class: "compose-place" }, starters, form));

  const grow = (): void => {
    box.style.height = "auto";
    box.style.height = `${String(Math.min(box.scrollHeight, 160))}px`;
    button.disabled = box.value.trim() === "";
  };

  const say = async (text: string): Promise<void> => {
    const at = store().place();
    const { here } = store().get();
    const heard = here.kind === "personal" || (here.hasBot && /@watchful/i.test(text));
    if (heard) store().setTyping(here.id, true);
    const outcome = await api
      .say(at, text)
      .catch((fault: unknown): Outcome => ({ outcome: "failed", why: String(fault) }));
    store().setTyping(here.id, false);
    await store().refresh();
    if (outcome.outcome !== "failed") return;
    console.warn(outcome.why);
    toast("Watchful did not answer. In Teams nothing more would be seen of it. Try again.");
  };

  const send = (): void => {
    const text = box.value.trim();
    if (text === "") return;
    box.value = "";
    grow();
    void say(text);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  grow();

  const starter = (text: string): HTMLElement =>
    el("button", {
      type: "button",
      class: "starter",
      "data-key": `try-${text}`,
      text,
      on: { click: () => void say(text) },
    });

  return {
    say,
    draw: (state: State): void => {
      const { kind } = state.here;
      box.placeholder = kind === "channel" ? "Post in this channel. Say @Watchful to speak to it" : "Type a message";
      const quietYet = kind === "personal" && !state.messages.some(({ isMine }) => isMine);
      refill(
        starters,
        ...(quietYet ? [el("span", { class: "quiet", text: "Try:" }), ...startersFor(state).map(starter)] : []),
      );
      starters.hidden = !quietYet;
    },
  };
};
