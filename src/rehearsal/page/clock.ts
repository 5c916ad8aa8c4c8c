import type { ClockView, Moment } from "../wire.ts";
import { api, Refused } from "./api.ts";
import { byId, drawing, el, refill } from "./dom.ts";
import { toast } from "./toasts.ts";
import { clockParts } from "./words.ts";

/** The machine's own time: the page is no part of the product's clock. */
const present = (): number => Math.round(performance.timeOrigin + performance.now());

/** The room's clock in the banner, and the sheet that moves it. */
export const createClock = async (moved: () => void) => {
  let { now: at } = await api.clock();
  let read = performance.now();
  const now = (): number => at + (performance.now() - read);
  const set = (instant: number): void => {
    at = instant;
    read = performance.now();
    tick();
  };
  const tick = (): void => {
    const { day, year, time } = clockParts(now());
    byId("clock-time").replaceChildren(`${day} `, el("span", { class: "banner-year", text: `${year} ` }), time);
    byId("clock-button").setAttribute("aria-label", `Move the clock. It is ${day} ${year}, ${time}`);
  };
  setInterval(tick, 1_000);
  tick();

  const sheet = byId("clock");
  const input = el("input", {
    type: "text",
    id: "clock-text",
    placeholder: "tomorrow 9am",
    autocomplete: "off",
    "aria-describedby": "clock-fault",
  });
  const fault = el("p", { class: "fault", id: "clock-fault", role: "alert" });
  const moments = el("ul", { class: "moments" });

  const move = async (to: { at: number } | { text: string }): Promise<void> => {
    fault.textContent = "";
    sheet.setAttribute("aria-busy", "true");
    try {
      const view = await api.moveClock(to);
      set(view.now);
      input.value = "";
      sheet.hidePopover();
      toast(`It is now ${view.words}.`);
      moved();
    } catch (error) {
      fault.textContent = error instanceof Refused ? error.message : "The clock could not be moved. Try again.";
      input.focus();
    } finally {
      sheet.removeAttribute("aria-busy");
    }
  };

  const button = ({ label, words, at: to }: Moment): HTMLElement =>
    el(
      "li",
      {},
      el(
        "button",
        { type: "button", class: "moment", on: { click: () => void move({ at: to }) } },
        el("span", { class: "moment-label", text: label }),
        el("span", { class: "moment-words", text: words }),
      ),
    );

  const drawMoments = ({ moments: all }: ClockView): void => {
    refill(moments, ...all.map(button));
  };

  const form = el(
    "form",
    { class: "clock-form" },
    el("label", { for: "clock-text", text: "Or type a date and time" }),
    el("div", { class: "clock-line" }, input, el("button", { type: "submit", class: "button primary", text: "Move" })),
    fault,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (input.value.trim() !== "") void move({ text: input.value });
  });
  sheet.append(
    el(
      "div",
      { class: "clock-head" },
      el("h2", { text: "Move the clock" }),
      el(
        "button",
        {
          type: "button",
          class: "icon-button",
          "aria-label": "Close",
          popovertarget: "clock",
          popovertargetaction: "hide",
        },
        drawing("close"),
      ),
    ),
    el("p", {
      class: "quiet",
      text: "What is due by then happens at once: reminders, escalations, briefings that nobody answered. London time.",
    }),
    moments,
    form,
    el("button", {
      type: "button",
      class: "link",
      text: "Back to the present",
      on: { click: () => void move({ at: present() }) },
    }),
  );
  sheet.addEventListener("toggle", (event) => {
    if (event instanceof ToggleEvent && event.newState === "open") void api.clock().then(drawMoments);
  });
  return { now, set };
};
