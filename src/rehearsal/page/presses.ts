import type { Dialog, DialogKind, MessageView, Outcome } from "../wire.ts";
import { api, type Place, type Pressed } from "./api.ts";
import { focusCard, setBusy } from "./cards.ts";
import { el } from "./dom.ts";
import type { Rows } from "./rows.ts";
import type { Store } from "./state.ts";
import { openTask, somethingWrong } from "./task.ts";
import { announce, toast } from "./toasts.ts";

export interface PressDeps {
  readonly store: () => Store;
  readonly rows: Rows;
}

const failed = (fault: unknown): Outcome => ({ outcome: "failed", why: String(fault) });

/** Presses a button on a message's card, and shows what came of it. */
export const press = async (
  deps: PressDeps,
  message: MessageView,
  pressed: Pressed,
  button: HTMLElement | null,
): Promise<void> => {
  const place = deps.store().place();
  const card = deps.rows.cardOf(message.id);
  clearFoot(deps, message);
  if (card) setBusy(card, button, true);
  const outcome = await api.press({ ...place, message: message.id }, pressed).catch(failed);
  if (card) setBusy(card, button, false);
  if (!isSame(place, deps.store().place())) return;
  button?.focus({ preventScroll: true });
  await follow(deps, message, outcome);
};

/** Somebody may have gone elsewhere while the answer was under way. */
const isSame = (a: Place, b: Place): boolean => a.person === b.person && a.conversation === b.conversation;

const follow = async (deps: PressDeps, message: MessageView, outcome: Outcome): Promise<void> => {
  switch (outcome.outcome) {
    case "card":
      await showAnswer(deps, message);
      return;
    case "said":
      foot(deps, message, outcome.text, "said");
      return;
    case "dialog":
      task(deps, message, outcome.dialog, "task");
      return;
    case "failed":
      console.warn(outcome.why);
      foot(deps, message, somethingWrong, "fault");
      return;
    case "done":
      return;
  }
};

/** The answer's card stands in the place of the one that was pressed; whoever pressed goes on there. */
const showAnswer = async ({ rows, store }: PressDeps, { id }: MessageView): Promise<void> => {
  rows.forget(id);
  await store().refresh();
  const card = rows.cardOf(id);
  if (!card) return;
  announce(card.getAttribute("aria-label") ?? "");
  focusCard(card);
};

const clearFoot = ({ rows }: PressDeps, { id }: MessageView): void => {
  rows.elementOf(id)?.querySelector(".foot")?.remove();
};

/** Under the card, where Teams puts it. */
const foot = (deps: PressDeps, message: MessageView, text: string, kind: "said" | "fault"): void => {
  clearFoot(deps, message);
  const main = deps.rows.elementOf(message.id)?.querySelector(".message-main");
  main?.append(el("p", { class: `foot ${kind}`, role: kind === "fault" ? "alert" : "status", text }));
};

const task = (deps: PressDeps, message: MessageView, dialog: Dialog, kind: DialogKind): void => {
  openTask(dialog, {
    place: deps.store().place(),
    message: message.id,
    kind,
    people: deps.store().get().room.people,
    closed: (said) => {
      if (said !== null) toast(said);
      void deps.store().refresh();
    },
  });
};

/** "Report this": the bot answers with a dialog, or with a sentence. */
export const reportThis = async (deps: PressDeps, message: MessageView): Promise<void> => {
  const outcome = await api.reportThis({ ...deps.store().place(), message: message.id }).catch(failed);
  if (outcome.outcome === "dialog") task(deps, message, outcome.dialog, "extension");
  else await follow(deps, message, outcome);
};
