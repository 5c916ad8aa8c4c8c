import { byId, drawing, el } from "./dom.ts";

const stays = 9_000;
const most = 3;

interface Doing {
  readonly label: string;
  readonly act: () => void;
}

/** A sentence in the corner that goes by itself; it stays while somebody points at it or has the focus in it. Returns the way to take it away sooner. */
export const toast = (text: string, doing: Doing | null = null): (() => void) => {
  const host = byId("toasts");
  const close = (): void => {
    shown.remove();
  };
  const shown = el(
    "div",
    { class: "toast" },
    el("p", { text }),
    doing === null
      ? null
      : el("button", {
          type: "button",
          class: "button",
          text: doing.label,
          on: {
            click: () => {
              close();
              doing.act();
            },
          },
        }),
    el(
      "button",
      { type: "button", class: "icon-button", "aria-label": "Dismiss", on: { click: close } },
      drawing("close"),
    ),
  );
  host.append(shown);
  while (host.children.length > most) host.firstElementChild?.remove();
  const leave = (): void => {
    if (shown.matches(":hover, :focus-within")) setTimeout(leave, stays / 3);
    else close();
  };
  setTimeout(leave, stays);
  return close;
};

/** Says something to a screen reader only. */
export const announce = (text: string): void => {
  const host = byId("live");
  host.append(el("p", { text }));
  while (host.children.length > 5) host.firstElementChild?.remove();
};
