/**
 * The part of Adaptive Cards 1.5 that Teams draws and these cards use, as strict types: a misspelt property is a compile
 * error, which the `adaptivecards` parser would pass over in silence.
 */
export type Colour = "default" | "accent" | "good" | "warning" | "attention";
export type Spacing = "none" | "small" | "default" | "medium" | "large" | "extraLarge" | "padding";
export type ContainerStyle = "default" | "emphasis" | "accent" | "good" | "warning" | "attention";
/** Ids and nothing else: what a card shows is rendered from the store, and a click may be months old. */
export type CardData = Readonly<Record<string, string | number>>;

interface Item {
  readonly id?: string;
  readonly spacing?: Spacing;
  readonly separator?: boolean;
  readonly isVisible?: boolean;
}

export interface TextBlock extends Item {
  readonly type: "TextBlock";
  readonly text: string;
  readonly wrap?: boolean;
  readonly size?: "small" | "default" | "medium" | "large" | "extraLarge";
  readonly weight?: "lighter" | "default" | "bolder";
  readonly color?: Colour;
  readonly isSubtle?: boolean;
  readonly maxLines?: number;
  readonly style?: "default" | "heading";
  readonly horizontalAlignment?: "left" | "center" | "right";
}

export interface Container extends Item {
  readonly type: "Container";
  readonly items: readonly Element[];
  readonly style?: ContainerStyle;
  readonly bleed?: boolean;
  readonly selectAction?: Execute;
}

export interface Column extends Item {
  readonly type: "Column";
  readonly width: "auto" | "stretch" | number | `${number}px`;
  readonly items: readonly Element[];
  readonly verticalContentAlignment?: "top" | "center" | "bottom";
}

export interface ColumnSet extends Item {
  readonly type: "ColumnSet";
  readonly columns: readonly Column[];
}

export interface ActionSet extends Item {
  readonly type: "ActionSet";
  readonly actions: readonly Action[];
}

interface Input extends Item {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: boolean;
  readonly errorMessage?: string;
}

export interface TextInput extends Input {
  readonly type: "Input.Text";
  readonly value?: string;
  readonly placeholder?: string;
  readonly isMultiline?: boolean;
  readonly maxLength?: number;
}

export interface NumberInput extends Input {
  readonly type: "Input.Number";
  readonly value?: number;
  readonly placeholder?: string;
}

export interface ChoiceSet extends Input {
  readonly type: "Input.ChoiceSet";
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly value?: string;
  readonly style?: "compact" | "expanded" | "filtered";
  readonly isMultiSelect?: boolean;
  readonly placeholder?: string;
  readonly wrap?: boolean;
}

export interface TableCell {
  readonly type: "TableCell";
  readonly items: readonly TextBlock[];
}

export interface TableRow {
  readonly type: "TableRow";
  readonly cells: readonly TableCell[];
}

/** Its first row is its heading, which is the default. */
export interface Table extends Item {
  readonly type: "Table";
  readonly columns: readonly { readonly width: number }[];
  readonly rows: readonly TableRow[];
  readonly showGridLines?: boolean;
}

/** One line, or the bars of one colour. */
export interface Series {
  readonly legend: string;
  readonly values: readonly { readonly x: string; readonly y: number }[];
}

/**
 * Charts are Teams' own extension to Adaptive Cards: every other client draws `fallback`. Colours are Teams' own too, and
 * fit light, dark and high contrast.
 */
export interface Chart extends Item {
  readonly type: "Chart.VerticalBar.Grouped" | "Chart.Line";
  readonly title: string;
  readonly xAxisTitle: string;
  readonly yAxisTitle: string;
  readonly colorSet: "categorical";
  readonly data: readonly Series[];
  readonly fallback: Table;
}

export type Element =
  TextBlock | Container | ColumnSet | ActionSet | TextInput | NumberInput | ChoiceSet | Table | Chart;

interface ActionBase {
  readonly id?: string;
  readonly title: string;
  readonly style?: "default" | "positive" | "destructive";
  readonly tooltip?: string;
}

export interface Submit extends ActionBase {
  readonly type: "Action.Submit";
  readonly data: CardData;
  readonly associatedInputs?: "auto" | "none";
}

/** Answered in place by the bot; `fallback` is for clients older than Action.Execute. */
export interface Execute extends ActionBase {
  readonly type: "Action.Execute";
  readonly verb: string;
  readonly data: CardData;
  readonly associatedInputs?: "auto" | "none";
  readonly fallback: Submit;
}

export interface OpenUrl extends ActionBase {
  readonly type: "Action.OpenUrl";
  readonly url: string;
}

export interface ShowCard extends ActionBase {
  readonly type: "Action.ShowCard";
  readonly card: InnerCard;
}

export interface ToggleVisibility extends ActionBase {
  readonly type: "Action.ToggleVisibility";
  readonly targetElements: readonly string[];
}

export type Action = Execute | OpenUrl | ShowCard | ToggleVisibility;

export interface InnerCard {
  readonly type: "AdaptiveCard";
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
}

export interface AdaptiveCardJson extends InnerCard {
  readonly $schema: "http://adaptivecards.io/schemas/adaptive-card.json";
  readonly version: "1.5";
  readonly speak: string;
  readonly refresh?: { readonly action: Execute; readonly userIds: readonly string[] };
  readonly msteams: { readonly width: "Full" };
}

/** A card and the sentence that stands for it: in a notification, to a screen reader, in a client that draws no cards. */
export interface SpokenCard {
  readonly card: AdaptiveCardJson;
  readonly spoken: string;
}
