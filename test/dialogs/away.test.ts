import { readAway } from "../../src/dialogs/away/read.ts";
import type { Person } from "../../src/domain/people.ts";
import { atLondon } from "../../src/time/london.ts";

const person = (name: string): Person => ({
  id: `${name.toLowerCase().replace("ś", "s").replace(" ", ".")}@ambershire.example`,
  name,
  posts: [],
  team: null,
  manager: null,
  account: name,
  telephone: null,
});
const nadia = person("Nadia Rahman");
const people = [nadia, ...["Priya Nair", "Tunde Adeyemi", "Zofia Wiśniewska", "Sam Osei", "Sam Ward"].map(person)];

/** Sunday 22 November 2026, half past four. */
const sunday = atLondon("2026-11-22", "16:30");
const read = (text: string) => readAway(text, nadia, people, sunday);

it.each([
  ["I'm away 3–14 August, Priya covers", "2027-08-03", "2027-08-14", "priya.nair"],
  ["on leave from mon to fri, tunde covering", "2026-11-23", "2026-11-27", "tunde.adeyemi"],
  ["away 3/8-14/8 priya nair covers", "2027-08-03", "2027-08-14", "priya.nair"],
  [
    "I’m on leave from 23 Nov to 27 Nov. Tunde Adeyemi is covering for me.",
    "2026-11-23",
    "2026-11-27",
    "tunde.adeyemi",
  ],
  ["away aug 3-14 priya covers", "2027-08-03", "2027-08-14", "priya.nair"],
  ["im away tomorrow", "2026-11-23", "2026-11-23", null],
  ["I'm off sick", "2026-11-22", "2026-11-22", null],
  ["I'm off sick today, covered by Priya", "2026-11-22", "2026-11-22", "priya.nair"],
  ["I'm away next week, cover: tunde", "2026-11-23", "2026-11-29", "tunde.adeyemi"],
  ["on leave for 2 weeks from 3 august with priya covering", "2027-08-03", "2027-08-16", "priya.nair"],
  ["Tunde is covering me from monday to friday", "2026-11-23", "2026-11-27", "tunde.adeyemi"],
  ["I'm away until friday, nobody covers", "2026-11-22", "2026-11-27", null],
  ["I'm away from 3 aug, back on 17 aug, priya covers", "2027-08-03", "2027-08-16", "priya.nair"],
  ["I'm on annual leave 21 dec - 4 jan priya n covering", "2026-12-21", "2027-01-04", "priya.nair"],
  ["I'm away from 16 nov to 27 nov, zofia wisniewska covers", "2026-11-16", "2026-11-27", "zofia.wisniewska"],
  ["I'm away thursday to tuesday, no cover", "2026-11-26", "2026-12-01", null],
])("reads %p", (text, from, until, cover) => {
  const instead = cover === null ? null : `${cover}@ambershire.example`;
  expect(read(text)).toEqual({ outcome: "away", from, until, instead });
});

it.each([
  ["I'm away", "From when until when"],
  ["I'm away from Monday, Priya covers", "Until when?"],
  ["I'm away 14-3 august, priya covers", "ends before it begins"],
  ["I'm away 5/12/26 to 1/12/26, Priya covers", "ends before it begins"],
  ["I'm away 1/10/26 to 5/10/26", "passed already"],
  ["I'm away 3-14 august, bob covers", "I don't find “bob” on the staff list"],
  ["I'm away 3-14 august, sam covers", "“sam” could be Sam Osei or Sam Ward"],
  ["I'm away mon-fri, Nadia covers", "can't cover for yourself"],
  ["I'm away sometime soon, Priya covers", "couldn't read those dates"],
])("asks again after %p", (text, why) => {
  expect(read(text)).toEqual({ outcome: "unclear", why: expect.stringContaining(why) });
});

it.each([
  "away from placement since friday",
  "13yo CLA missing since fri tea time, police aware",
  "child on leave from school mon",
  "mum away, nobody covering the kids",
  "cover up alleged at the home",
  "on leave",
])("leaves %p to be read as what happened", (text) => {
  expect(read(text)).toEqual({ outcome: "other" });
});
