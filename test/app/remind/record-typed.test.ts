import { readTyped } from "../../../src/app/remind/record-typed.ts";
import { recordForm } from "../../../src/rules/record/form.ts";
import { atLondon } from "../../../src/time/london.ts";
import { ambershireRules } from "../../support/ambershire-cases.ts";

const book = ambershireRules();
const asOf = atLondon("2028-02-29", "23:59");
const form = recordForm(book, "oversight-recorded", {}, asOf);
if (form === null) throw new Error("No record of oversight is asked for.");

const whole = {
  on: "today",
  ...Object.fromEntries(form.headings.map(({ id }) => [`h.${id}`, "Written."])),
  ...{ what1: "Visit", who1: "Daniel Okonkwo", by1: "tomorrow" },
};
const read = (typed: Readonly<Record<string, string>>, warned = {}, at = asOf) =>
  readTyped(form, { ...whole, ...typed }, { carried: 0, warned, asOf: at, calendar: book.calendar });
interface Refused {
  readonly refusals: Readonly<Record<string, string>>;
  readonly warned: Readonly<Record<string, string>>;
}
const refused = (typed: Readonly<Record<string, string>>, warned = {}): Refused => {
  const answer = read(typed, warned);
  return answer.outcome === "refused" ? answer : { refusals: {}, warned: {} };
};

test.each([
  ["today", "2028-02-29"],
  ["", "2028-02-29"],
  ["yesterday", "2028-02-28"],
  ["Friday", "2028-02-25"],
  ["29 February", "2028-02-29"],
  ["1 March 2027", "2027-03-01"],
])("a record of “%s”, written in the last minute of a leap day, is of %s", (on, date) => {
  expect(read({ on })).toMatchObject({ outcome: "taken", on: date, record: { actions: [{ by: "2028-03-01" }] } });
});

it("is of the London day on the night on which the clocks go back", () => {
  const late = atLondon("2026-10-25", "23:59");
  expect(read({ on: "today" }, {}, late)).toMatchObject({
    on: "2026-10-25",
    record: { actions: [{ by: "2026-10-26" }] },
  });
});

test.each([
  ["tomorrow", "That lies ahead."],
  ["29 February 2027", "can't be read as a date"],
  ["when we met", "can't be read as a date"],
  ["27 February 2027", "more than a year ago"],
])("a record of “%s” is not taken", (on, why) => {
  expect(refused({ on }).refusals).toEqual({ on: expect.stringContaining(why) as string });
});

test.each([
  ["h.purpose", "Born 3/4/2014 and living with gran.", "date of birth"],
  ["h.outcome", "NHS number 943 476 5919.", "NHS number"],
  ["what1", "Visit at AB1 2DE", "postcode"],
  ["who1", "Grace Example 3/4/2014", "date of birth"],
])("%s with “%s” is pointed out, and is taken when the same text comes again", (input, text, why) => {
  const first = refused({ [input]: text });
  expect(first.refusals).toEqual({ [input]: expect.stringContaining(why) as string });
  expect(read({ [input]: text }, first.warned).outcome).toBe("taken");
  // Another text under the same heading is looked at anew.
  expect(read({ [input]: `${text} And AB1 2DE, AB1 2DF.` }, first.warned).outcome).toBe("refused");
});

it("names everything at once, each with its clause", () => {
  const { refusals } = refused({ on: "tomorrow", "h.carePlan": " ", by1: "On going" });
  expect(Object.keys(refusals).toSorted()).toEqual(["by1", "h.carePlan", "on"]);
  expect(refusals["h.carePlan"]).toContain("(MO-04)");
  expect(refusals["by1"]).toContain("(MO-03)");
});

it("takes text of any length that the door lets in, whole", () => {
  const long = "Words that fill it. ".repeat(400);
  expect(read({ "h.purpose": long })).toMatchObject({ record: { headings: { purpose: long.trim() } } });
});
