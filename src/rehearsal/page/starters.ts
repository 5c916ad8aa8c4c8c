import type { PersonView, RoomView } from "../wire.ts";
import { el, refill } from "./dom.ts";
import type { State } from "./state.ts";

/** What to try, by what a person's post is for. */
const forReporters = [
  "13yo CLA missing since fri tea time, police aware",
  "A reporter rang about one of our families",
  "my reports",
  "help",
];
const forOthers = ["report", "my reports", "help"];

export const startersFor = (me: PersonView, room: RoomView): readonly string[] =>
  me.account === room.startAs || /social worker/i.test(me.posts.join(" ")) ? forReporters : forOthers;

/** Things to press instead of typing, until this person has said something. */
export const drawStarters = (host: HTMLElement, state: State, say: (text: string) => void): void => {
  const isQuiet = state.here.kind === "personal" && !state.messages.some(({ isMine }) => isMine);
  const starter = (text: string): HTMLElement => {
    const click = (): void => {
      say(text);
    };
    return el("button", { type: "button", class: "starter", "data-key": `try-${text}`, text, on: { click } });
  };
  host.hidden = !isQuiet;
  if (isQuiet)
    refill(host, el("span", { class: "quiet", text: "Try:" }), ...startersFor(state.me, state.room).map(starter));
};
