import { receiptCard, screenCard, tellingCard, timelineCard, type SpokenCard } from "../src/cards/index.ts";
import { acknowledged, receipt, report } from "../test/cards/samples.ts";
import { screens } from "../test/cards/screen-samples.ts";
import { say, type Row } from "./support/rows.ts";

/**
 * Microseconds to build a card and make the text that goes over the wire, beside making the text alone. DESIGN's bound is
 * 20 µs for 40 elements. The best of several rounds is taken, so that a busy machine does not tell.
 */
const rounds = 15;
const count = 2000;

/** Keeps the optimiser from dropping what is measured. */
let sink = 0;

const microseconds = (once: () => number): number => {
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const started = process.hrtime.bigint();
    for (let index = 0; index < count; index += 1) sink += once();
    best = Math.min(best, Number(process.hrtime.bigint() - started) / count / 1000);
  }
  return best;
};

/** What Adaptive Cards calls an element: everything on the card that is drawn and is no button. */
const elements = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + elements(one), 0);
  if (typeof value !== "object" || value === null) return 0;
  const inner = Object.values(value).reduce<number>((sum, one) => sum + elements(one), 0);
  const isElement = "type" in value && typeof value.type === "string" && !value.type.startsWith("Action.");
  return inner + (isElement ? 1 : 0);
};

const row = (what: string, build: () => SpokenCard): Row => {
  const built = build().card;
  const drawn = elements(built);
  const whole = microseconds(() => JSON.stringify(build().card).length);
  const text = microseconds(() => JSON.stringify(built).length);
  return {
    what: `${what}, ${String(drawn)} elements: ${whole.toFixed(1)} µs; for 40`,
    ours: `${((whole / drawn) * 40).toFixed(1)} µs`,
    beside: `JSON alone ${((text / drawn) * 40).toFixed(1)} µs`,
    ratio: whole / text,
    bound: "20 µs",
  };
};

say("cards: built, and written as JSON", [
  row("a question", () => screenCard(screens.details)),
  row("preview", () => screenCard(screens.preview)),
  row("telling", () => tellingCard(report)),
  row("receipt", () => receiptCard(receipt)),
  row("timeline", () => timelineCard(acknowledged)),
]);
if (Number.isNaN(sink)) console.log("a card had no length");
