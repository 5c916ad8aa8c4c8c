import { drawing, el } from "./dom.ts";

/** A modal sheet: the browser keeps the focus inside and closes it on Escape. Removed when it closes. */
export const openSheet = (title: string, closed: () => void = () => undefined) => {
  const body = el("div", { class: "sheet-body" });
  const heading = el("h2", { id: "sheet-title", text: title });
  const sheet = el("dialog", { class: "sheet", "aria-labelledby": "sheet-title" });
  const close = (): void => {
    sheet.close();
  };
  sheet.append(el("div", { class: "sheet-head" }, heading, closeButton(close)), body);
  sheet.addEventListener("close", () => {
    sheet.remove();
    closed();
  });
  closeOnBackdrop(sheet);
  document.body.append(sheet);
  sheet.showModal();
  return { sheet, body, heading, close };
};
export type Sheet = ReturnType<typeof openSheet>;

const closeButton = (close: () => void): HTMLElement =>
  el("button", { type: "button", class: "icon-button", "aria-label": "Close", on: { click: close } }, drawing("close"));

/** Only where nothing can be lost (`light`). A press on the backdrop lands on the dialog itself. */
const closeOnBackdrop = (sheet: HTMLDialogElement): void => {
  sheet.addEventListener("mousedown", (event) => {
    if (event.target === sheet && sheet.classList.contains("light")) sheet.close();
  });
};
