import { rosterDirectory } from "../../../src/adapters/roster/directory.ts";
import { coveredDirectory } from "../../../src/app/cover/directory.ts";
import { resolvePost } from "../../../src/app/report/resolve.ts";
import type { Cover } from "../../../src/domain/cover/cover.ts";
import { atLondon } from "../../../src/time/london.ts";
import { council, email, people } from "../../support/house.ts";

const roster = rosterDirectory(people, council);
const away = (person: string, instead: string | null, from = "2026-04-01", until = "2026-04-10"): Cover => ({
  id: `${person} ${from}`,
  person: email(person),
  instead: instead === null ? null : email(instead),
  from,
  until,
  state: "confirmed",
  at: 0,
});

const told = (covers: readonly Cover[], day = "2026-04-03", time = "12:00") => {
  const directory = coveredDirectory(roster, () => covers);
  const found = resolvePost({ council, directory }, "assistant-director", atLondon(day, time), {
    by: email("ana"),
    tried: [],
    because: "unreachable",
  });
  return found.outcome === "found" ? [found.people, found.why] : found;
};

it("tells the cover instead, and says so", () => {
  expect(told([away("nadia", "gwen")])).toEqual([[email("gwen")], "Gwen covers for Nadia until Friday 10 April"]);
});

it.each([
  ["the last minute before", "2026-03-31", "23:59", "nadia"],
  ["the first minute", "2026-04-01", "00:00", "gwen"],
  ["the last minute", "2026-04-10", "23:59", "gwen"],
  ["the first minute after", "2026-04-11", "00:00", "nadia"],
])("follows by London date: %s", (_, day, time, who) => {
  expect(told([away("nadia", "gwen")], day, time)).toEqual(
    [[email(who)], expect.anything()].with(1, who === "nadia" ? null : "Gwen covers for Nadia until Friday 10 April"),
  );
});

it("follows cover of cover", () => {
  expect(told([away("nadia", "gwen"), away("gwen", "bo")])).toEqual([
    [email("bo")],
    "Bo covers for Nadia until Friday 10 April",
  ]);
});

it.each([
  ["nobody was named", [away("nadia", null)]],
  ["the covers lead back to each other", [away("nadia", "gwen"), away("gwen", "nadia")]],
  ["the cover is away and has none", [away("nadia", "gwen"), away("gwen", null)]],
])("tells the next post when %s", (_, covers) => {
  expect(told(covers)).toEqual([
    [email("hugh")],
    "Nadia is away until Friday 10 April and nobody covers: Head of Service is told instead",
  ]);
});

it("tells the others who hold the post when one of them is away without cover", () => {
  const directory = coveredDirectory(roster, () => [away("ana", null)]);
  const held = directory.holders("social-worker", atLondon("2026-04-03", "12:00"));
  const here = held.people.map(({ id }) => id);
  expect(here).toContain(email("bo"));
  expect(here).not.toContain(email("ana"));
});

it.each(["planned", "ended", "passed"] as const)("takes no notice of a time away that is %s", (state) => {
  expect(told([{ ...away("nadia", "gwen"), state }])).toEqual([[email("nadia")], null]);
});
