import fc from "fast-check";
import { receiptCard, screenCard, tellingCard, timelineCard } from "../../src/cards/index.ts";
import { cardLimit } from "../../src/cards/kit.ts";
import { reportFits, screenFits } from "../../src/cards/weight.ts";
import { lateCard } from "../../src/cards/index.ts";
import { ledgerStates, type ReportView } from "../../src/domain/report/view.ts";
import { briefingSections, withholdings } from "../../src/domain/report/facts.ts";
import { reportActions } from "../../src/domain/permissions.ts";
import { acknowledged, found, receipt, report } from "./samples.ts";
import { judge } from "./away-samples.ts";
import { screens } from "./screen-samples.ts";

const bytes = (card: unknown): number => Buffer.byteLength(JSON.stringify(card));
/** The characters that grow most on their way to the wire. */
const words = fc.string({ unit: fc.constantFrom("a", "*", "\n", "\\", "<b", "é", "🙂", '"'), maxLength: 300 });
const at = fc.integer({ min: 0, max: 4e12 });
const clause = fc.record({
  id: fc.constant("W-N2K-06"),
  title: words,
  words,
  policy: fc.constant("p"),
  maturesAt: at,
  dueAt: at,
  houseRule: words,
});
const consider = fc.record({ what: words, dueAt: at });
const many = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 12 });

const anyReport: fc.Arbitrary<ReportView> = fc.record({
  id: fc.constant("0123456789abcdef0123456789abcdef"),
  ref: fc.constant("NTK-2026-0042"),
  category: fc.constant("Allegation against a member of staff or elected member"),
  caseRef: fc.constant("AMB-1042"),
  state: fc.constantFrom("reported", "acknowledged"),
  reportedBy: fc.constant("Ana Whitlock"),
  reportedAt: at,
  what: words,
  details: many(fc.record({ label: words, value: words })),
  briefing: fc.constant(
    briefingSections.map((section) => ({ section, label: "About the child, and their legal status", text: null })),
  ),
  clauses: many(clause),
  watch: many(clause),
  alsoConsider: many(consider),
  watching: fc.constantFrom(report.watching, found.watching),
  joined: many(
    fc.record({
      by: fc.constant("Ben Okoro"),
      at,
      what: words,
      details: many(fc.record({ label: words, value: words })),
    }),
  ),
  judgement: fc.constantFrom(null, judge.judgement ?? null),
  withheld: many(fc.record({ who: fc.array(words, { maxLength: 3 }), because: fc.constantFrom(...withholdings) })),
  call: fc.constant(report.call),
  questions: many(fc.record({ by: fc.constant("Nadia Rahman"), at, question: words })),
  answers: many(fc.record({ by: fc.constant("Ana Whitlock"), at, text: words })),
  ledger: many(
    fc.record({
      telling: fc.constant("t1"),
      post: fc.constant("p"),
      postTitle: words,
      who: words,
      how: fc.constant("brief" as const),
      clauses: fc.constant(["W-N2K-06", "W-N2K-07"]),
      leaveAt: at,
      dueAt: at,
      state: fc.constantFrom(...ledgerStates),
      at,
      note: words,
    }),
  ),
  timeline: many(fc.record({ at, text: words })),
  may: fc.constant([...reportActions]),
  refreshFor: fc.constant(report.refreshFor),
});

test("what is said to fit does fit, on every face", () => {
  let fitted = 0;
  fc.assert(
    fc.property(anyReport, (one) => {
      if (!reportFits(one)) return;
      fitted += 1;
      for (const { card } of [tellingCard(one), receiptCard(one), timelineCard(one), lateCard("Late.", one)]) {
        expect(bytes(card)).toBeLessThanOrEqual(cardLimit);
      }
    }),
    { numRuns: 300 },
  );
  expect(fitted).toBeGreaterThan(10);
});

test("an ordinary report and an ordinary screen need no measuring", () => {
  expect([report, receipt, acknowledged].map(reportFits)).toEqual([true, true, true]);
  expect(Object.values(screens).map(screenFits)).not.toContain(false);
});

test("a screen with much typed into it is measured, and fits with what was typed", () => {
  const typed = "word ".repeat(1500);
  const inputs = screens.briefing.inputs.map((input) => ({ ...input, value: typed }));
  const full = { ...screens.briefing, inputs };
  expect(screenFits(full)).toBe(false);
  expect(bytes(screenCard(full).card)).toBeLessThanOrEqual(cardLimit);
  expect(JSON.stringify(screenCard(full).card)).toContain(typed);
});
