import type { PersonView } from "../wire.ts";
import { avatar, el } from "./dom.ts";
import { openSheet } from "./sheet.ts";
import { startersFor } from "./starters.ts";
import type { State } from "./state.ts";

interface WelcomeDeps {
  /** Speaks to the bot as whoever the page starts as. */
  readonly say: (text: string) => void;
  /** When it has gone. */
  readonly closed: () => void;
}

const known = "welcomed";

/** On the first visit: who you are, and three things to try. */
export const welcome = ({ room, me }: State, { say, closed }: WelcomeDeps): void => {
  if (localStorage.getItem(known) !== null) return;
  const start = room.people.find(({ account }) => account === room.startAs) ?? me;
  const told = room.people.find(({ account }) => account === room.watch) ?? null;
  const { sheet, body, close } = openSheet(`Welcome to ${room.council}`, () => {
    localStorage.setItem(known, "yes");
    closed();
  });
  sheet.classList.add("welcome");
  const [text = "report"] = startersFor(start, room);
  const speak = (): void => {
    close();
    say(text);
  };
  const starter = el("button", { type: "button", class: "starter", text, on: { click: speak } });
  const look = el("button", { type: "button", class: "button", text: "Look round first", on: { click: close } });
  body.append(who(start), steps(starter, told), el("div", { class: "sheet-foot" }, look));
  starter.focus();
};

const who = ({ name, posts }: PersonView): HTMLElement =>
  el(
    "div",
    { class: "welcome-who" },
    avatar(name),
    el(
      "p",
      {},
      "You are ",
      el("strong", { text: name }),
      `, ${article((posts[0] ?? "").toLowerCase())}. Everybody here is made up, and nothing reaches a real person.`,
    ),
  );

const article = (post: string): string => (/^[aeiou]/.test(post) ? `an ${post}` : `a ${post}`);

const steps = (starter: HTMLElement, told: PersonView | null): HTMLElement =>
  el(
    "ol",
    { class: "steps" },
    step(1, "Tell Watchful what happened", "In your own words. Press this, or type your own:", starter),
    step(
      2,
      told === null ? "Become somebody else" : `Become ${told.name}`,
      "A number beside a name shows who has been told. ",
      told === null ? "Choose one, and answer." : `Choose the ${(told.posts[0] ?? "").replace(/,.*/, "")}, and answer.`,
    ),
    step(
      3,
      "Move the clock",
      "See who is told next when nobody answers, and what falls due on the Tuesday after Easter.",
    ),
  );

const step = (n: number, title: string, ...words: readonly (Node | string)[]): HTMLElement =>
  el(
    "li",
    {},
    el("span", { class: "step", text: String(n), "aria-hidden": "true" }),
    el("div", {}, el("h3", { text: title }), el("p", {}, ...words)),
  );
