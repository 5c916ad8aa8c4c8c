import type {
  Action,
  AdaptiveCardJson,
  CardData,
  Colour,
  Container,
  Element,
  Execute,
  SpokenCard,
  TextBlock,
} from "./schema.ts";

/** Small builders, so that a card reads like what it shows. All text given to them is Markdown: see `typed`. */
export const heading = (text: string): TextBlock => ({
  type: "TextBlock",
  text,
  wrap: true,
  size: "large",
  weight: "bolder",
  style: "heading",
});
export const subheading = (text: string): TextBlock => ({
  type: "TextBlock",
  text,
  wrap: true,
  weight: "bolder",
  size: "medium",
  spacing: "large",
  separator: true,
  style: "heading",
});
export const say = (text: string, more: Partial<TextBlock> = {}): TextBlock => ({
  type: "TextBlock",
  text,
  wrap: true,
  ...more,
});
/** Small print: clauses, how, when. */
export const quiet = (text: string, more: Partial<TextBlock> = {}): TextBlock =>
  say(text, { size: "small", isSubtle: true, spacing: "small", ...more });
export const strong = (text: string, more: Partial<TextBlock> = {}): TextBlock =>
  say(text, { weight: "bolder", ...more });
export const coloured = (text: string, color: Colour, more: Partial<TextBlock> = {}): TextBlock =>
  say(text, { color, weight: "bolder", ...more });

export const box = (items: readonly Element[], more: Partial<Omit<Container, "type" | "items">> = {}): Container => ({
  type: "Container",
  items,
  ...more,
});

/** A button that the bot answers in place. The fallback carries the verb in its data, because Action.Submit has none. */
export const act = (
  title: string,
  verb: string,
  data: CardData,
  more: Partial<Pick<Execute, "style" | "associatedInputs" | "tooltip" | "id">> = {},
): Execute => {
  const carried = { verb, ...data };
  const fallback = { type: "Action.Submit", title, data: carried, ...more } as const;
  return { type: "Action.Execute", title, verb, data: carried, ...more, fallback };
};

/** A button that opens a small form under itself. */
export const form = (title: string, body: readonly Element[], actions: readonly Action[]): Action => ({
  type: "Action.ShowCard",
  title,
  card: { type: "AdaptiveCard", body, actions },
});

interface Parts {
  readonly spoken: string;
  readonly body: readonly (Element | null)[];
  readonly actions?: readonly (Action | null)[];
  readonly refresh?: { readonly action: Execute; readonly userIds: readonly string[] } | null;
}

const present = <T>(items: readonly (T | null)[]): T[] => items.filter((item): item is T => item !== null);

/** The whole card. `null` parts are left out, so that a condition can stand where its element would. */
export const card = ({ spoken, body, actions = [], refresh = null }: Parts): SpokenCard => {
  const kept = present(actions);
  const json: AdaptiveCardJson = {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    speak: spoken,
    msteams: { width: "Full" },
    body: present(body),
    ...(kept.length > 0 ? { actions: kept } : {}),
    ...(refresh !== null && refresh.userIds.length > 0 ? { refresh } : {}),
  };
  return { card: json, spoken };
};

/** Teams refuses what is much larger; UTF-8 bytes. */
export const cardLimit = 28 * 1024;
/** Characters allowed to one long text, from generous to sparing. */
const rooms = [6000, 2500, 1200, 600, 250, 80] as const;

/** Builds with the most generous room that still fits. `surely`: it is known to fit, so nothing is measured. */
export const fitted = (surely: boolean, build: (room: number) => SpokenCard): SpokenCard => {
  if (surely) return build(rooms[0]);
  for (const room of rooms) {
    const built = build(room);
    if (Buffer.byteLength(JSON.stringify(built.card)) <= cardLimit) return built;
  }
  return build(0);
};
