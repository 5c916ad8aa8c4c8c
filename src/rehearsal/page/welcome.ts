import { avatar, el } from "./dom.ts";
import { openSheet } from "./sheet.ts";
import { startersFor } from "./compose.ts";
import type { State } from "./state.ts";

interface WelcomeDeps {
  /** Speaks to the bot as whoever the page starts as. */
  readonly say: (text: string) => void;
  /** When it closes without anything said. */
  readonly closed: () => void;
}

const known = "welcomed";

const step = (n: number, title: string, ...words: readonly (Node | string)[]): HTMLElement =>
  el(
    "li",
    {},
    el("span", { class: "step", text: String(n), "aria-hidden": "true" }),
    el("div", {}, el("h3", { text: title }), el("p", {}, ...words)),
  );

/** On the first visit: who you are, and three things to try. */
export const welcome = ({ room, me }: State, { say, closed }: WelcomeDeps): void => {
  if (localStorage.getItem(known) !== null) return;
  const start = room.people.find(({ account }) => account === room.startAs) ?? me;
  const told = room.people.find(({ account }) => account === room.watch);
  const sheet = openSheet(`Welcome to ${room.council}`, () => {
    localStorage.setItem(known, "yes");
    closed();
  });
  sheet.sheet.classList.add("welcome");
  const starter = (text: string): HTMLElement =>
    el("button", {
      type: "button",
      class: "starter",
      text,
      autofocus: true,
      on: {
        click: () => {
          sheet.close();
          say(text);
        },
      },
    });
  const [first = "report"] = startersFor({ me: start, room });
  const go = el("button", {
    type: "button",
    class: "button primary",
    text: "Look round first",
    on: { click: sheet.close },
  });
  sheet.body.append(
    el(
      "div",
      { class: "welcome-who" },
      avatar(start.name),
      el(
        "p",
        {},
        "You are ",
        el("strong", { text: start.name }),
        `, ${(start.posts[0] ?? "").toLowerCase()}. Everybody here is made up, and nothing reaches a real person.`,
      ),
    ),
    el(
      "ol",
      { class: "steps" },
      step(1, "Tell Watchful what happened", "In your own words. Press this, or type your own:", starter(first)),
      step(
        2,
        `Become ${told?.name ?? "somebody else"}`,
        `A dot shows who has been told. Choose ${told ? `the ${(told.posts[0] ?? "").replace(/,.*/, "")}` : "a person"} under “Who are you?” and answer.`,
      ),
      step(
        3,
        "Move the clock",
        "See who is told next when nobody answers, and what falls due on the Tuesday after Easter.",
      ),
    ),
    el("div", { class: "sheet-foot" }, go),
  );
};
