import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import { rosterDirectory } from "../../src/adapters/roster/directory.ts";
import { openCalendar } from "../../src/compose/meeting.ts";
import { callOf } from "../contracts/meetings.ts";
import { council, email, people } from "../support/house.ts";
import { nine } from "../support/local-calendar.ts";
import { memoryLog } from "../support/memory-log.ts";

type World = Parameters<typeof openCalendar>[0];

const worldOf = (change: Partial<World> = {}): World => ({
  records: openSqlite(":memory:"),
  clock: { now: () => nine },
  directory: rosterDirectory(people, council),
  log: memoryLog(),
  token: () => Promise.reject(new Error("Nobody asks for a token here.")),
  port: () => 3978,
  ...change,
});
const credentials = { appId: "a", password: "p", type: "SingleTenant", tenant: "t" } as const;

it("books in the rehearsal's own calendar without credentials, and says where the call is played", async () => {
  const { meetings, calls } = await openCalendar(worldOf(), { credentials: null });
  expect(meetings.rehearsed).toBe(true);
  const booked = await meetings.book(callOf(email("hugh")));
  if (booked.outcome !== "booked") throw new Error(booked.why);
  expect(booked.joinUrl).toBe(`http://localhost:3978/call/${booked.event}`);
  expect(await calls?.read(booked.event)).toMatchObject({ chair: email("hugh"), state: "booked" });
});

it("knows the diaries of the roster, and nobody else's", async () => {
  const { meetings } = await openCalendar(worldOf(), { credentials: null });
  const diaries = await meetings.diaries([email("Hugh"), "desk@police.example"], callOf("").slot, nine);
  expect(diaries.map(({ known }) => known)).toEqual([true, false]);
});

it("books in Outlook with credentials, and sends nothing that would identify a child", async () => {
  let asked = 0;
  const token = (): Promise<string> => {
    asked += 1;
    return Promise.reject(new Error("There is no token in a test."));
  };
  const { meetings, calls } = await openCalendar(worldOf({ token }), { credentials });
  expect([meetings.rehearsed, calls]).toEqual([false, null]);
  const call = callOf(email("hugh"), { subject: "Jamie Example, born 3/4/2014" });
  expect(await meetings.book(call)).toMatchObject({ outcome: "refused" });
  expect(asked).toBe(0);
});

it("reads a diary as unknown when Microsoft gives no token", async () => {
  const { meetings } = await openCalendar(worldOf(), { credentials });
  expect(await meetings.diaries([email("hugh")], callOf("").slot, nine)).toMatchObject([{ known: false }]);
});
