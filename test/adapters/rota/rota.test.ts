import { readRota } from "../../../src/adapters/rota/read.ts";
import { atLondon, isLondonDate } from "../../../src/time/london.ts";
import { council, email, people } from "../../support/house.ts";

const world = {
  council,
  person: (id: string) => people.find((person) => person.id === id),
  londonTime: (date: string, time: string) => (isLondonDate(date) ? atLondon(date, time) : null),
};
const header = "from,to,post,email";
const read = (...lines: string[]) => readRota([header, ...lines].join("\n"), world);

it("reads London dates and times, summer and winter", () => {
  const { shifts, faults } = read(
    `2026-12-24 17:00,2026-12-25 09:00,assistant-director,${email("hugh")}`,
    "",
    `2026-07-01T17:00, 2026-07-02 09:00 ,director,${email("dee")}`,
  );
  expect(faults).toEqual([]);
  expect(shifts).toEqual([
    {
      from: Date.UTC(2026, 11, 24, 17),
      to: Date.UTC(2026, 11, 25, 9),
      post: "assistant-director",
      person: email("hugh"),
    },
    { from: Date.UTC(2026, 6, 1, 16), to: Date.UTC(2026, 6, 2, 8), post: "director", person: email("dee") },
  ]);
});

it.each([
  [
    "a time of its own making",
    `24/12/26 5pm,2026-12-25 09:00,director,${email("dee")}`,
    "write it like 2026-12-24 17:00",
  ],
  [
    "a day that does not exist",
    `2026-02-30 17:00,2026-03-01 09:00,director,${email("dee")}`,
    "no London date and time",
  ],
  ["an end before its beginning", `2026-12-25 17:00,2026-12-25 09:00,director,${email("dee")}`, "is not after"],
  ["a post nobody knows", `2026-12-24 17:00,2026-12-25 09:00,boss,${email("dee")}`, "no such post in the council file"],
  [
    "somebody who is not on the roster",
    "2026-12-24 17:00,2026-12-25 09:00,director,who@x.example",
    "is not on the roster",
  ],
  ["too few cells", "2026-12-24 17:00", "no London date and time"],
])("refuses %s, by its line", (_, line, what) => {
  const good = `2026-12-24 17:00,2026-12-25 09:00,director,${email("dee")}`;
  const { shifts, faults } = read(good, line);
  expect(shifts).toHaveLength(1);
  expect(faults).toEqual([{ line: 3, what: expect.stringContaining(what) }]);
});

it("says which columns the header lacks", () => {
  expect(readRota("from,post\n", world).faults).toEqual([
    { line: 1, what: expect.stringContaining("lacks to, email") },
  ]);
});
