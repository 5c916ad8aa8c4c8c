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

/** A dialog that is open. */
interface Task extends TaskDeps {
  readonly sheet: Sheet;
  /** What to say once it has closed. */
  said: string | null;
}

const widths = ["small", "medium", "large"];

/** A Teams dialog: each answer of the bot puts the next card in, says a sentence, or closes it. */
export const openTask = (first: Dialog, deps: TaskDeps): void => {
  const sheet = openSheet(first.title, () => {
    deps.closed(task.said);
  });
  const task: Task = { ...deps, sheet, said: null };
  sheet.sheet.classList.add("task");
  size(sheet, first);
  show(task, first);
};

const size = (sheet: Sheet, { width }: Dialog): void => {
  if (typeof width === "number") sheet.sheet.style.width = `${String(width)}px`;
  else sheet.sheet.classList.add(width !== null && widths.includes(width) ? width : "medium");
};

const show = (task: Task, { title, card: json }: Dialog): void => {
  const { sheet } = task;
  sheet.heading.textContent = title;
  const card = drawCard(json, {
    press: (pressed, button) => void answer(task, pressed, card, button),
    openUrl: (url) => {
      openLink(url, task.people);
    },
  });
  sheet.body.replaceChildren(card);
  sheet.body.scrollTop = 0;
  focusCard(card);
};

const answer = async (task: Task, pressed: Pressed, card: HTMLElement, button: HTMLElement | null): Promise<void> => {
  if (pressed.type === "Action.Execute") {
    console.warn("A Teams dialog sends Action.Submit only; this button is Action.Execute.");
    fail(card);
    return;
  }
  setBusy(card, button, true);
  const outcome = await api
    .answerDialog({ ...task.place, message: task.message }, task.kind, pressed.data)
    .catch((fault: unknown): Outcome => ({ outcome: "failed", why: String(fault) }));
  setBusy(card, button, false);
  follow(task, outcome, card);
};

const follow = (task: Task, outcome: Outcome, card: HTMLElement): void => {
  switch (outcome.outcome) {
    case "dialog":
      show(task, outcome.dialog);
      return;
    case "said":
      task.said = outcome.text;
      task.sheet.close();
      return;
    case "failed":
      console.warn(outcome.why);
      fail(card);
      return;
    case "card":
    case "done":
      task.sheet.close();
  }
};

const fail = (card: HTMLElement): void => {
  card.parentElement?.querySelector(".fault")?.remove();
  card.after(el("p", { class: "fault", role: "alert", text: somethingWrong }));
};
