import type { ClockView, Moment } from "../wire.ts";
import { api, Refused } from "./api.ts";
import { byId, drawing, el, refill } from "./dom.ts";
import { toast } from "./toasts.ts";
import { clockParts } from "./words.ts";

type To = { at: number } | { text: string };

/** The machine's own time: the page is no part of the product's clock. */
const present = (): number => Math.round(performance.timeOrigin + performance.now());

/** The room's clock in the banner, and the sheet that moves it. */
export const createClock = async (moved: () => void) => {
  const clock = running((await api.clock()).now);
  setInterval(() => {
    show(clock.now());
  }, 1_000);
  show(clock.now());
  drawSheet((view) => {
    clock.set(view.now);
    show(view.now);
    byId("clock").hidePopover();
    toast(`It is now ${view.words}.`);
    moved();
  });
  return clock;
};

/** Runs on from where it was set. */
const running = (start: number) => {
  let at = start;
  let read = performance.now();
  return {
    now: (): number => at + (performance.now() - read),
    set: (instant: number): void => {
      at = instant;
      read = performance.now();
      show(instant);
    },
  };
};

const show = (now: number): void => {
  const { day, year, time } = clockParts(now);
  byId("clock-time").replaceChildren(`${day} `, el("span", { class: "banner-year", text: `${year} ` }), time);
  byId("clock-button").setAttribute("aria-label", `Move the clock. It is ${day} ${year}, ${time}`);
};

const explained =
  "What is due by then happens at once: reminders, escalations, briefings that nobody answered. London time.";

const drawSheet = (moved: (view: ClockView) => void): void => {
  const sheet = byId("clock");
  const fault = el("p", { class: "fault", id: "clock-fault", role: "alert" });
  const input = el("input", { type: "text", id: "clock-text", placeholder: "tomorrow 9am", autocomplete: "off" });
  input.setAttribute("aria-describedby", fault.id);
  const moments = el("ul", { class: "moments" });
  const move = async (to: To): Promise<void> => {
    sheet.setAttribute("aria-busy", "true");
    fault.textContent = await tryMove(to, (view) => {
      input.value = "";
      moved(view);
    });
    sheet.removeAttribute("aria-busy");
    if (fault.textContent !== "") input.focus();
  };
  const toPresent = (): void => void move({ at: present() });
  sheet.append(
    head(),
    el("p", { class: "quiet", text: explained }),
    moments,
    form(input, fault, (text) => void move({ text })),
    el("button", { type: "button", class: "link", text: "Back to the present", on: { click: toPresent } }),
  );
  sheet.addEventListener("toggle", (event) => {
    if (!(event instanceof ToggleEvent) || event.newState !== "open") return;
    void api.clock().then((view) => {
      refill(moments, ...view.moments.map((moment) => choice(moment, () => void move({ at: moment.at }))));
    });
  });
};

/** A sentence when the clock could not be moved, otherwise nothing. */
const tryMove = async (to: To, moved: (view: ClockView) => void): Promise<string> => {
  try {
    moved(await api.moveClock(to));
    return "";
  } catch (error) {
    return error instanceof Refused ? error.message : "The clock could not be moved. Try again.";
  }
};

const head = (): HTMLElement => {
  const close = { type: "button", class: "icon-button", popovertarget: "clock", popovertargetaction: "hide" };
  return el(
    "div",
    { class: "clock-head" },
    el("h2", { text: "Move the clock" }),
    el("button", { ...close, "aria-label": "Close" }, drawing("close")),
  );
};

const choice = ({ label, words }: Moment, move: () => void): HTMLElement =>
  el(
    "li",
    {},
    el(
      "button",
      { type: "button", class: "moment", on: { click: move } },
      el("span", { class: "moment-label", text: label }),
      el("span", { class: "moment-words", text: words }),
    ),
  );

const form = (input: HTMLInputElement, fault: HTMLElement, move: (text: string) => void): HTMLElement => {
  const submit = (event: Event): void => {
    event.preventDefault();
    if (input.value.trim() !== "") move(input.value);
  };
  return el(
    "form",
    { class: "clock-form", on: { submit } },
    el("label", { for: input.id, text: "Or type a date and time" }),
    el("div", { class: "clock-line" }, input, el("button", { type: "submit", class: "button primary", text: "Move" })),
    fault,
  );
};
