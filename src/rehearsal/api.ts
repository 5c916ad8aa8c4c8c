import { z } from "zod";
import type { Council } from "../domain/council.ts";
import type { Instant } from "../domain/instants.ts";
import type { Person } from "../domain/people.ts";
import type { Calendar } from "../time/calendar.ts";
import { inWords } from "../time/say.ts";
import type { Route } from "./bot-connector.ts";
import type { Seat } from "./bot-line.ts";
import type { Hub } from "./hub.ts";
import { BadRequest, type Answer, type Asked } from "./http.ts";
import type { Message } from "./message.ts";
import { momentsFrom, readMoment } from "./moments.ts";
import { chatWith } from "./names.ts";
import type { Room } from "./room.ts";
import type { Teams } from "./teams.ts";
import { conversationView, messageView, roomView } from "./views.ts";
import type { ClockView } from "./wire.ts";

export interface ApiDeps {
  readonly room: Room;
  readonly teams: Teams;
  readonly people: readonly Person[];
  readonly council: Council;
  readonly calendar: Calendar;
  readonly hub: Hub;
  readonly clock: { now(): Instant; moveTo(instant: Instant): Promise<void> };
  /** Has what is due by the new time done. */
  readonly onClockMoved: () => Promise<void>;
  /** Hears of what went wrong where nobody waits for an answer. */
  readonly failed: (fault: unknown) => void;
}

const ok = (body: unknown): Answer => ({ status: 200, body });
const notFound = (what: string): BadRequest => new BadRequest(`There is no such ${what}.`, 404);

const seatSchema = z.object({ person: z.string(), conversation: z.string() });
const saySchema = seatSchema.extend({ text: z.string().trim().min(1).max(20_000) });
const onMessageSchema = seatSchema.extend({ message: z.string() });
const data = z.record(z.string(), z.unknown());
const pressSchema = onMessageSchema.extend({
  type: z.enum(["Action.Execute", "Action.Submit"]),
  verb: z.string(),
  data,
});
const dialogSchema = onMessageSchema.extend({ kind: z.enum(["extension", "task"]), data });
const clockSchema = z.union([z.object({ at: z.int() }), z.object({ text: z.string().max(200) })]);

const read = async <T>(schema: z.ZodType<T>, asked: Asked): Promise<T> => {
  const parsed = schema.safeParse(await asked.json());
  if (!parsed.success) throw new BadRequest(z.prettifyError(parsed.error));
  return parsed.data;
};

/** What the page asks for and does, each on behalf of one person of the rehearsal. */
export const apiRoutes = (deps: ApiDeps): readonly Route[] => {
  const base = "/rehearsal/api";
  return [
    { method: "get", path: `${base}/room`, handle: () => enter(deps) },
    { method: "get", path: `${base}/people/:person/conversations`, handle: (asked) => conversations(deps, asked) },
    {
      method: "get",
      path: `${base}/people/:person/conversations/:conversation`,
      handle: (asked) => messages(deps, asked),
    },
    { method: "post", path: `${base}/open`, handle: (asked) => open(deps, asked) },
    { method: "post", path: `${base}/read`, handle: (asked) => markRead(deps, asked) },
    { method: "post", path: `${base}/say`, handle: (asked) => say(deps, asked) },
    { method: "post", path: `${base}/press`, handle: (asked) => press(deps, asked) },
    { method: "post", path: `${base}/refresh`, handle: (asked) => refresh(deps, asked) },
    { method: "post", path: `${base}/report-this`, handle: (asked) => reportThis(deps, asked) },
    { method: "post", path: `${base}/dialog`, handle: (asked) => answerDialog(deps, asked) },
    { method: "get", path: `${base}/clock`, handle: () => Promise.resolve(ok(clockView(deps))) },
    { method: "post", path: `${base}/clock`, handle: (asked) => moveClock(deps, asked) },
  ];
};

/** The first page to open has the app installed for everybody, as an IT officer's policy would; their greetings are not news. */
const enter = (deps: ApiDeps): Promise<Answer> => {
  const { room, people, council } = deps;
  installForAll(deps).catch(deps.failed);
  return Promise.resolve(ok(roomView(room, people, council)));
};

/** One after the other: whoever is in front of the page is not kept waiting by the others. */
const installForAll = async (deps: ApiDeps): Promise<void> => {
  for (const person of deps.people) await installFor(deps, person);
};

const installFor = async ({ room, teams }: ApiDeps, person: Person): Promise<void> => {
  const conversation = room.conversation(chatWith(person.account));
  if (!conversation || room.isInstalled(person.account)) return;
  await teams.install({ person, conversation });
};

const personBy = ({ people }: ApiDeps, account: string): Person => {
  const person = people.find((each) => each.account === account);
  if (!person) throw notFound("person");
  return person;
};

/** The person in front of a conversation that they can see. */
const seatOf = (deps: ApiDeps, { person: account, conversation: id }: z.infer<typeof seatSchema>): Seat => {
  const person = personBy(deps, account);
  const conversation = deps.room.conversation(id);
  if (!conversation?.members.includes(account)) throw notFound("conversation");
  return { person, conversation };
};

const messageOf = ({ room }: ApiDeps, { conversation, message: id }: z.infer<typeof onMessageSchema>): Message => {
  const message = room.message(conversation, id);
  if (!message) throw notFound("message");
  return message;
};

const conversations = (deps: ApiDeps, asked: Asked): Promise<Answer> => {
  const { account } = personBy(deps, asked.part("person"));
  const all = deps.room.conversationsOf(account);
  return Promise.resolve(ok(all.map((each) => conversationView(deps.room, deps.people, account, each))));
};

/** Messages of one conversation that a page is given: the latest. */
const shown = 200;

const messages = (deps: ApiDeps, asked: Asked): Promise<Answer> => {
  const seat = seatOf(deps, { person: asked.part("person"), conversation: asked.part("conversation") });
  const latest = deps.room.threadsIn(seat.conversation.id, shown);
  return Promise.resolve(ok(latest.map((message) => messageView(message, deps.people, seat.person.account))));
};

/** Opening the chat with the bot for the first time installs the app, which greets. */
const open = async (deps: ApiDeps, asked: Asked): Promise<Answer> => {
  const { person, conversation } = seatOf(deps, await read(seatSchema, asked));
  if (conversation.id === chatWith(person.account)) await deps.teams.install({ person, conversation });
  await deps.room.markRead(person.account, conversation.id);
  return ok({});
};

const markRead = async (deps: ApiDeps, asked: Asked): Promise<Answer> => {
  const { person, conversation } = seatOf(deps, await read(seatSchema, asked));
  await deps.room.markRead(person.account, conversation.id);
  return ok({});
};

const say = async (deps: ApiDeps, asked: Asked): Promise<Answer> => {
  const body = await read(saySchema, asked);
  return ok(await deps.teams.say(seatOf(deps, body), body.text));
};

const press = async (deps: ApiDeps, asked: Asked): Promise<Answer> => {
  const body = await read(pressSchema, asked);
  return ok(await deps.teams.press(seatOf(deps, body), messageOf(deps, body), body));
};

const refresh = async (deps: ApiDeps, asked: Asked): Promise<Answer> => {
  const body = await read(onMessageSchema, asked);
  return ok(await deps.teams.refresh(seatOf(deps, body), messageOf(deps, body)));
};

const reportThis = async (deps: ApiDeps, asked: Asked): Promise<Answer> => {
  const body = await read(onMessageSchema, asked);
  return ok(await deps.teams.reportThis(seatOf(deps, body), messageOf(deps, body)));
};

const answerDialog = async (deps: ApiDeps, asked: Asked): Promise<Answer> => {
  const body = await read(dialogSchema, asked);
  return ok(await deps.teams.answerDialog(seatOf(deps, body), body.kind, messageOf(deps, body), body.data));
};

const clockView = ({ clock, calendar }: ApiDeps): ClockView => {
  const now = clock.now();
  return { now, words: inWords(now), moments: momentsFrom(now, calendar) };
};

const moveClock = async (deps: ApiDeps, asked: Asked): Promise<Answer> => {
  const wanted = await read(clockSchema, asked);
  const at = "at" in wanted ? wanted.at : readMoment(wanted.text, deps.clock.now());
  if (at === null)
    throw new BadRequest("I couldn't read that as a date and time. Try: tomorrow 9am, or 7 April 2026 5pm.");
  await deps.clock.moveTo(at);
  deps.hub.publish({ kind: "clock", now: deps.clock.now() });
  await deps.onClockMoved();
  return ok(clockView(deps));
};
