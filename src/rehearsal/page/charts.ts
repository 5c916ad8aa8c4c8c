import { chartOf, type ChartData } from "./chart-data.ts";
import { el } from "./dom.ts";

const svgNamespace = "http://www.w3.org/2000/svg";
const size = { width: 640, height: 240, left: 34, right: 8, top: 12, bottom: 44 } as const;
const floor = size.height - size.bottom;
const inner = size.width - size.left - size.right;
/** Both charts of the summary are per cent; a larger value stretches the scale. */
const topOf = ({ series }: ChartData): number => Math.max(100, ...series.flatMap(({ values }) => [...values.values()]));

type Attributes = Readonly<Record<string, string | number>>;

const svg = (name: string, attributes: Attributes, ...children: readonly (Node | string)[]): SVGElement => {
  const made = document.createElementNS(svgNamespace, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  made.append(...children);
  return made;
};

const middle = (chart: ChartData, index: number): number =>
  size.left + (inner / Math.max(1, chart.places.length)) * (index + 0.5);
const heightOf = (chart: ChartData, y: number): number => ((floor - size.top) * y) / topOf(chart);

const scale = (chart: ChartData): SVGElement[] =>
  [0, 25, 50, 75, 100].flatMap((share) => {
    const value = (topOf(chart) * share) / 100;
    const y = floor - heightOf(chart, value);
    return [
      svg("line", { class: "chart-grid", x1: size.left, x2: size.width - size.right, y1: y, y2: y }),
      svg("text", { class: "chart-word", x: size.left - 6, y: y + 4, "text-anchor": "end" }, String(Math.round(value))),
    ];
  });

const monthDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const isDate = (place: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(place);
/** "30 Nov" of a date; a long name over two lines. */
const linesOf = (place: string): readonly string[] => {
  if (isDate(place)) return [monthDay.format(Date.parse(place))];
  const words = place.split(" ");
  const half = Math.ceil(words.length / 2);
  return words.length < 2 ? words : [words.slice(0, half).join(" "), words.slice(half).join(" ")];
};

const places = (chart: ChartData): SVGElement[] =>
  chart.places.map((place, index) =>
    svg(
      "text",
      { class: "chart-word", y: floor + 15, "text-anchor": "middle" },
      ...linesOf(place).map((line, nth) => svg("tspan", { x: middle(chart, index), dy: nth === 0 ? 0 : 13 }, line)),
    ),
  );

const toneOf = (index: number): string => `chart-tone-${String((index % 6) + 1)}`;

const barsOf = (chart: ChartData): SVGElement[] => {
  const wide = Math.min(26, (inner / Math.max(1, chart.places.length) - 10) / Math.max(1, chart.series.length));
  return chart.series.flatMap(({ legend, values }, nth) =>
    chart.places.flatMap((place, index) => {
      const y = values.get(place);
      if (y === undefined) return [];
      // A bar of nothing is still seen to be one.
      const height = Math.max(1, heightOf(chart, y));
      const x = middle(chart, index) + (nth - chart.series.length / 2) * wide;
      const at = { x, y: floor - height, width: Math.max(1, wide - 2), height, rx: 1.5 };
      return [svg("rect", { class: toneOf(nth), ...at }, svg("title", {}, `${place}, ${legend}: ${String(y)}`))];
    }),
  );
};

const weekMs = 604_800_000;
/** A week that is not there breaks the line, rather than being drawn through. */
const isNext = (before: string, place: string): boolean =>
  !isDate(before) || !isDate(place) || Date.parse(place) - Date.parse(before) <= weekMs;

const linesOfChart = (chart: ChartData): SVGElement[] =>
  chart.series.flatMap(({ legend, values }, nth) => {
    const known = chart.places.flatMap((place, index) => {
      const y = values.get(place);
      return y === undefined ? [] : [{ place, y, cx: middle(chart, index), cy: floor - heightOf(chart, y) }];
    });
    const path = known.map(({ place, cx, cy }, index) => {
      const before = known[index - 1];
      return `${before !== undefined && isNext(before.place, place) ? "L" : "M"}${String(cx)} ${String(cy)}`;
    });
    return [
      svg("path", { class: `chart-line ${toneOf(nth)}`, d: path.join("") }),
      ...known.map(({ place, y, cx, cy }) =>
        svg("circle", { class: toneOf(nth), cx, cy, r: 4 }, svg("title", {}, `${place}, ${legend}: ${String(y)}`)),
      ),
    ];
  });

const legendOf = ({ series }: ChartData): HTMLElement =>
  el(
    "ul",
    { class: "chart-legend", "aria-hidden": "true" },
    ...series.map(({ legend }, index) => el("li", {}, el("span", { class: `chart-key ${toneOf(index)}` }), legend)),
  );

/** The numbers themselves, for whoever does not see the picture and whoever wants to read them. */
const numbers = ({ title, across, up, series, places: all }: ChartData): HTMLElement => {
  const head = el(
    "tr",
    {},
    ...[across, ...series.map(({ legend }) => legend)].map((text) => el("th", { scope: "col", text })),
  );
  const rows = all.map((place) =>
    el(
      "tr",
      {},
      el("th", { scope: "row", text: linesOf(place).join(" ") }),
      ...series.map(({ values }) => el("td", { text: values.has(place) ? String(values.get(place)) : "–" })),
    ),
  );
  const table = el(
    "table",
    {},
    el("caption", { text: `${title}: ${up.toLowerCase()}` }),
    el("thead", {}, head),
    el("tbody", {}, ...rows),
  );
  return el("details", { class: "chart-numbers" }, el("summary", { text: "The numbers" }), table);
};

/** A chart, simply drawn: Teams draws its own. Colours are the page's, so that light and dark need no drawing again. */
export const drawChart = (source: Readonly<Record<string, unknown>>): HTMLElement => {
  const chart = chartOf(source);
  const marks = chart.kind === "bars" ? barsOf(chart) : linesOfChart(chart);
  const picture = svg(
    "svg",
    {
      viewBox: `0 0 ${String(size.width)} ${String(size.height)}`,
      role: "img",
      "aria-label": `${chart.title}. The numbers are below.`,
    },
    ...scale(chart),
    ...places(chart),
    ...marks,
  );
  return el(
    "figure",
    { class: `chart ${chart.kind}` },
    el("figcaption", { text: `${chart.title} (${chart.up.toLowerCase()})` }),
    el("div", { class: "chart-picture" }, picture),
    legendOf(chart),
    numbers(chart),
    el("p", { class: "chart-note", text: "Drawn for the rehearsal. Teams draws it in its own way." }),
  );
};
