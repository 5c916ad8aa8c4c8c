import { personalDetail } from "../../src/dialogs/engine/personal.ts";
import { asOf } from "./guide.ts";

describe("what would identify a child is found", () => {
  test.each([
    ["NHS number 943 476 5919", "nhsNumber"],
    ["9434765919", "nhsNumber"],
    ["943-476-5919", "nhsNumber"],
    ["at 12 Hill Road, ab10 1xg", "postcode"],
    ["seen near SW1A1AA", "postcode"],
    ["Jade Miller 12/03/2013", "birthDate"],
    ["Jade Miller, born 12 March 2013", "birthDate"],
    ["jade dob 12.3.13", "birthDate"],
    ["D.O.B: 12/03/2013", "birthDate"],
    ["Siân O'Neill (3rd May 2011)", "birthDate"],
  ])("in “%s”", (text, found) => {
    expect(personalDetail(text, asOf)).toBe(found);
  });
});

describe("what staff write every day is let through", () => {
  test.each([
    ["13yo CLA missing since fri tea time, police aware"],
    ["Good Friday 03/04/2026 at 4pm"],
    ["Child Protection Plan since 12/03/2024"],
    ["baby born 3 hours ago, unwell"],
    ["AMB-1042, see NTK-2026-0042"],
    ["call the duty desk on 01632 960 100 or 07700 900123"],
    ["police log 1234567890"],
    ["year 9 2nd exclusion, class Y9 2nd set"],
    ["at 4pm, 2nd time this week"],
    ["Judicial Review threatened 12/01/2025"],
    ["Nadia Rahman rang at 10/03/2026 4pm"],
    ["S47 started, ICPC 14 days"],
  ])("“%s”", (text) => {
    expect(personalDetail(text, asOf)).toBeNull();
  });
});
