import { isObject, type Answer, type Dialog } from "./activities.ts";
import { wordsOf } from "./cards.ts";

/** The bot's answer over HTTP. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** Reads the answer to Action.Execute. */
export const asAnswer = ({ status, body }: Answered): Answer => {
  const value = isObject(body) ? body["value"] : undefined;
  const card = isObject(value) && value["type"] === "AdaptiveCard" ? value : null;
  const text = typeof value === "string" ? value : "";
  return { status, card, text, words: card === null ? text : wordsOf(card), body };
};

/** Reads the answer of a dialog: the next card in it, or the sentence that closes it. */
export const asDialog = (body: unknown, from: Dialog["from"]): Dialog | string => {
  const task = isObject(body) && isObject(body["task"]) ? body["task"] : {};
  const value = task["value"];
  if (typeof value === "string") return value;
  const attachment = isObject(value) && isObject(value["card"]) ? value["card"] : {};
  const card = isObject(attachment["content"]) ? attachment["content"] : null;
  if (card === null || !isObject(value)) return "";
  return { title: typeof value["title"] === "string" ? value["title"] : "", card, words: wordsOf(card), from };
};
