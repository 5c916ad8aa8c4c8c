import { isObject, type CardJson } from "./activities.ts";

/** A button as Teams would press it: `sends` is what reaches the bot, apart from the inputs. */
export interface Button {
  readonly title: string;
  readonly type: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly url: string;
  readonly fallback: Readonly<Record<string, unknown>> | null;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Every object of a card, outermost first, in the order in which a reader meets them. `fallback` is not walked: it stands in for its owner. */
const walk = function* (node: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(node)) {
    for (const item of node) yield* walk(item);
    return;
  }
  if (!isObject(node)) return;
  yield node;
  for (const [name, value] of Object.entries(node)) if (name !== "fallback" && name !== "data") yield* walk(value);
};

/** All buttons, nested cards' and rows' included. */
export const buttonsOf = (card: CardJson): Button[] =>
  [...walk(card)]
    .filter((node) => textOf(node["type"]).startsWith("Action."))
    .map((node) => ({
      title: textOf(node["title"]),
      type: textOf(node["type"]),
      verb: textOf(node["verb"]),
      data: isObject(node["data"]) ? node["data"] : {},
      url: textOf(node["url"]),
      fallback: isObject(node["fallback"]) ? node["fallback"] : null,
    }));

/** The button with this title. Throws with the titles there are: a test that fails here should say why. */
export const buttonOf = (card: CardJson, title: string): Button => {
  const found = buttonsOf(card).find((button) => button.title === title && button.type !== "Action.ShowCard");
  if (found) return found;
  const titles = buttonsOf(card).map((button) => `"${button.title}"`);
  throw new Error(
    `No button "${title}" on the card. It has ${titles.join(", ") || "none"}. It says:\n${wordsOf(card)}`,
  );
};

/** Ids of the inputs, with the values they hold before anybody types. */
export const inputsOf = (card: CardJson): Record<string, string> =>
  Object.fromEntries(
    [...walk(card)]
      .filter((node) => textOf(node["type"]).startsWith("Input."))
      .map((node) => [
        textOf(node["id"]),
        typeof node["value"] === "number" ? String(node["value"]) : textOf(node["value"]),
      ]),
  );

const readable = ["title", "text", "label", "value", "placeholder", "errorMessage", "fallbackText"] as const;

/** Everything a person can read on a card, a piece a line. */
export const wordsOf = (card: CardJson): string =>
  [...walk(card)]
    .flatMap((node) => readable.map((name) => textOf(node[name])))
    .filter((piece) => piece !== "")
    .join("\n");

/** The refresh that Teams sends by itself, or null. */
export const refreshOf = (
  card: CardJson,
): { verb: string; data: Record<string, unknown>; userIds: string[] } | null => {
  const refresh = card["refresh"];
  if (!isObject(refresh) || !isObject(refresh["action"])) return null;
  const { verb, data } = refresh["action"];
  const userIds = Array.isArray(refresh["userIds"]) ? refresh["userIds"].map(textOf) : [];
  return { verb: textOf(verb), data: isObject(data) ? data : {}, userIds };
};
