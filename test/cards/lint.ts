import type * as Library from "adaptivecards";

/** The package's main file is not for Node; its bundle is, and has the same types. */
const AdaptiveCards = jest.requireActual<typeof Library>("adaptivecards/dist/adaptivecards.js");

/** What the Adaptive Cards library finds wrong with a card: unknown types, bad values, duplicate ids, inputs without labels. */
export const lintCard = (json: unknown): string[] => {
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const card = new AdaptiveCards.AdaptiveCard();
  card.parse(JSON.parse(JSON.stringify(withoutCharts(json))) as object, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const failures = card.validateProperties().validationEvents.map(({ message }) => message);
  return [...events, ...failures];
};

/** Charts are Teams' own, and the library does not know them: what stands in for each is looked at in its place. */
const withoutCharts = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutCharts);
  if (!isNode(value)) return value;
  const { type, fallback } = value;
  if (typeof type === "string" && type.startsWith("Chart.")) return withoutCharts(fallback);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutCharts(inner)]));
};

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** Every object in a card, however deep. */
export const nodesOf = (value: unknown): Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodesOf)] : [];
};

/** Every text a person reads on a card. */
export const textOf = (card: unknown): string =>
  nodesOf(card)
    .flatMap(({ text, title, value, label }) => [text, title, value, label])
    .filter((words) => typeof words === "string")
    .join("\n");

/** The verbs of a card's buttons. */
export const verbsOf = (card: unknown): string[] =>
  nodesOf(card).flatMap(({ type, verb }) => (type === "Action.Execute" && typeof verb === "string" ? [verb] : []));
