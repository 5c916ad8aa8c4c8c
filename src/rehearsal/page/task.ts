import type { Dialog, DialogKind, Outcome, PersonView } from "../wire.ts";
import { api, type Place, type Pressed } from "./api.ts";
import { drawCard, focusCard, setBusy } from "./cards.ts";
import { el } from "./dom.ts";
import { openLink } from "./links.ts";
import { openSheet, type Sheet } from "./sheet.ts";

export const somethingWrong = "Something went wrong. Please try again.";

interface TaskDeps {
  readonly place: Place;
  readonly message: string;
  readonly kind: DialogKind;
  readonly people: readonly PersonView[];
  /** Called when the dialog has gone: a sentence to show, or null. */
  readonly closed: (said: string | null) => void;
}

const widths = ["small", "medium", "large"];

const size = (sheet: Sheet, { width }: Dialog): void => {
  if (typeof width === "number") sheet.sheet.style.width = `${String(width)}px`;
  else sheet.sheet.classList.add(width !== null && widths.includes(width) ? width : "medium");
};

/** A Teams dialog: each answer of the bot puts the next card in, says a sentence, or closes it. */
export const openTask = (first: Dialog, deps: TaskDeps): void => {
  let said: string | null = null;
  const sheet = openSheet(first.title, () => {
    deps.closed(said);
  });
  size(sheet, first);
  sheet.sheet.classList.add("task");

  const answer = async (pressed: Pressed, card: HTMLElement, button: HTMLElement | null): Promise<void> => {
    if (pressed.type === "Action.Execute") {
      console.warn("A Teams dialog sends Action.Submit only; this button is Action.Execute.");
      fail(card);
      return;
    }
    setBusy(card, button, true);
    const outcome = await api
      .answerDialog({ ...deps.place, message: deps.message }, deps.kind, pressed.data)
      .catch((fault: unknown): Outcome => ({ outcome: "failed", why: String(fault) }));
    setBusy(card, button, false);
    follow(outcome, card);
  };

  const fail = (card: HTMLElement): void => {
    card.parentElement?.querySelector(".fault")?.remove();
    card.after(el("p", { class: "fault", role: "alert", text: somethingWrong }));
  };

  const follow = (outcome: Outcome, card: HTMLElement): void => {
    switch (outcome.outcome) {
      case "dialog":
        show(outcome.dialog);
        return;
      case "said":
        said = outcome.text;
        sheet.close();
        return;
      case "failed":
        console.warn(outcome.why);
        fail(card);
        return;
      case "card":
      case "done":
        sheet.close();
    }
  };

  const show = ({ title, card: json }: Dialog): void => {
    sheet.heading.textContent = title;
    const card = drawCard(json, {
      press: (pressed, button) => void answer(pressed, card, button),
      openUrl: (url) => {
        openLink(url, deps.people);
      },
    });
    sheet.body.replaceChildren(card);
    sheet.body.scrollTop = 0;
    focusCard(card);
  };
  show(first);
};
