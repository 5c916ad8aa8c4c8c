import { rosterDirectory } from "../../../src/adapters/roster/directory.ts";
import { coveredDirectory } from "../../../src/app/cover/directory.ts";
import { isAtOnce, resolvePost } from "../../../src/app/report/resolve.ts";
import { dutyDirectory } from "../../../src/app/rota/directory.ts";
import { createCalendar } from "../../../src/time/calendar.ts";
import { atLondon } from "../../../src/time/london.ts";
import { council, email, people } from "../../support/house.ts";

const calendar = createCalendar({ closureDays: [], workingDay: { from: "09:00", to: "17:00" } });
const shift = {
  from: atLondon("2026-12-23", "17:00"),
  to: atLondon("2026-12-27", "09:00"),
  post: "assistant-director",
  person: email("gwen"),
};
const directory = dutyDirectory(rosterDirectory(people, council), [shift], calendar);

const told = (day: string, time: string, atOnce = true, world = directory) => {
  const passed = { by: email("ana"), tried: [], because: "unreachable", atOnce } as const;
  const found = resolvePost({ council, directory: world }, "assistant-director", atLondon(day, time), passed);
  return found.outcome === "found" ? [found.people, found.why] : found.why;
};
const onDuty = [[email("gwen")], "Gwen: on duty tonight as Assistant Director"];
const holder = [[email("nadia")], null];

it.each([
  ["2am on Christmas Day", "2026-12-25", "02:00", onDuty],
  ["the end of the working day before", "2026-12-23", "17:00", onDuty],
  ["a minute before that", "2026-12-23", "16:59", holder],
  ["the morning of a working day", "2026-12-24", "10:00", holder],
  ["a Saturday noon", "2026-12-26", "12:00", onDuty],
  ["the minute the duty ends", "2026-12-27", "09:00", holder],
])("at %s", (_, day, time, who) => {
  expect(told(day, time)).toEqual(who);
});

it("leaves what is not owed at once to the post's own holder", () => {
  expect(told("2026-12-25", "02:00", false)).toEqual(holder);
});

it("tells whoever covers for somebody on duty who is away", () => {
  const cover = {
    id: "c",
    person: email("gwen"),
    instead: email("hugh"),
    from: "2026-12-25",
    until: "2026-12-25",
    state: "confirmed",
    at: 0,
  } as const;
  const covered = coveredDirectory(directory, () => [cover]);
  expect(told("2026-12-25", "02:00", true, covered)).toEqual([
    [email("hugh")],
    "Hugh: on duty tonight as Assistant Director",
  ]);
});

it.each([
  ["teams", 5, 5, true],
  ["phone", 5, 4, true],
  ["brief", 5, 5, true],
  ["teams", 5, 6, false],
  ["teams", 5, null, false],
  ["copy", 5, 5, false],
  ["decide", 5, 5, false],
] as const)("%s, leaving at %p and due at %p: at once is %p", (how, leaveAt, dueAt, atOnce) => {
  expect(isAtOnce({ how, leaveAt, dueAt })).toBe(atOnce);
});
