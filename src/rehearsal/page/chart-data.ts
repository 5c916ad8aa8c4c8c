/** A chart as its card describes it, read generously: what cannot be read draws nothing. */
export interface ChartData {
  readonly kind: "bars" | "lines";
  readonly title: string;
  readonly across: string;
  readonly up: string;
  readonly series: readonly { readonly legend: string; readonly values: ReadonlyMap<string, number> }[];
  /** Every x, in the order in which it first comes. */
  readonly places: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
const text = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

const seriesOf = ({ legend, values }: Json): ChartData["series"][number] => ({
  legend: text(legend),
  values: new Map(list(values).flatMap(({ x, y }) => (typeof y === "number" ? [[text(x), y] as const] : []))),
});

export const chartOf = (source: Json): ChartData => {
  const series = list(source["data"]).map(seriesOf);
  return {
    kind: source["type"] === "Chart.Line" ? "lines" : "bars",
    title: text(source["title"]),
    across: text(source["xAxisTitle"]),
    up: text(source["yAxisTitle"]),
    series,
    places: [...new Set(series.flatMap(({ values }) => [...values.keys()]))],
  };
};
