import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import { rosterDirectory } from "../../src/adapters/roster/directory.ts";
import { openCalendars, type CalendarWorld } from "../../src/compose/calendars.ts";
import { callOf } from "../contracts/meetings.ts";
import { council, email, people } from "../support/house.ts";
import { memoryLog } from "../support/memory-log.ts";
import { nine } from "../support/local-calendar.ts";

const worldOf = (change: Partial<CalendarWorld> = {}): CalendarWorld => ({
  records: openSqlite(":memory:"),
  clock: { now: () => nine },
  directory: rosterDirectory(people, council),
  log: memoryLog(),
  token: null,
  port: () => 3978,
  ...change,
});

it("books in the rehearsal's own calendar without credentials, and says where the call is played", async () => {
  const { meetings, calls } = await openCalendars(worldOf());
  expect(meetings.rehearsed).toBe(true);
  const booked = await meetings.book(callOf(email("hugh")));
  if (booked.outcome !== "booked") throw new Error(booked.why);
  expect(booked.joinUrl).toBe(`http://localhost:3978/call/${booked.event}`);
  expect(await calls?.read(booked.event)).toMatchObject({ chair: email("hugh"), state: "booked" });
});

it("knows the diaries of the roster, and nobody else's", async () => {
  const { meetings } = await openCalendars(worldOf());
  const diaries = await meetings.diaries([email("Hugh"), "desk@police.example"], callOf("").slot, nine);
  expect(diaries.map(({ known }) => known)).toEqual([true, false]);
});

it("books in Outlook with credentials, and sends nothing that would identify a child", async () => {
  const asked: string[] = [];
  const token = (audience: string): Promise<null> => {
    asked.push(audience);
    return Promise.resolve(null);
  };
  const { meetings, calls } = await openCalendars(worldOf({ token }));
  expect([meetings.rehearsed, calls]).toEqual([false, null]);
  const call = callOf(email("hugh"), { subject: "Jamie Example, born 3/4/2014" });
  expect(await meetings.book(call)).toMatchObject({ outcome: "refused" });
  expect(asked).toEqual([]);
});

it("asks for a token of Graph's, and reads a diary without one as unknown", async () => {
  const asked: string[] = [];
  const token = (audience: string): Promise<null> => {
    asked.push(audience);
    return Promise.resolve(null);
  };
  const { meetings } = await openCalendars(worldOf({ token, graph: { timer: { sleep: () => Promise.resolve() } } }));
  expect(await meetings.diaries([email("hugh")], callOf("").slot, nine)).toMatchObject([{ known: false }]);
  expect(new Set(asked)).toEqual(new Set(["https://graph.microsoft.com"]));
});
