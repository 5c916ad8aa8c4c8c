import type { Next, Request, Response } from "restify";
import { z } from "zod";
import type { Calls, RehearsedCall } from "../app/ports/calls.ts";
import type { Instant } from "../domain/instants.ts";
import { replies } from "../domain/meeting/facts.ts";
import type { Person } from "../domain/people.ts";
import { londonDate, londonTime } from "../time/london.ts";
import { dayInWords } from "../time/say.ts";
import type { Route } from "./bot-connector.ts";
import { BadRequest, sendJson, type Answer, type Asked } from "./http.ts";
import type { CallView } from "./wire.ts";

export interface CallsDeps {
  readonly calls: Calls;
  readonly people: readonly Person[];
  readonly clock: { now(): Instant };
}

const base = "/rehearsal/api/calls/:id";

const playSchema = z.discriminatedUnion("does", [
  z.object({ does: z.enum([...replies, "join", "leave"]), email: z.string() }),
  z.object({ does: z.literal("end") }),
]);

/** What the page of a call asks for, and does on behalf of anybody who was asked: nobody is authenticated in a rehearsal. */
export const callRoutes = (deps: CallsDeps): readonly Route[] => [
  { method: "get", path: base, handle: (asked) => show(deps, asked) },
  { method: "post", path: base, handle: (asked) => play(deps, asked) },
];

const show = async ({ calls, people, clock }: CallsDeps, asked: Asked): Promise<Answer> => {
  const call = await calls.read(asked.part("id"));
  if (call === null) throw new BadRequest("There is no such call.", 404);
  return { status: 200, body: viewOf(call, people, clock.now()) };
};

const play = async (deps: CallsDeps, asked: Asked): Promise<Answer> => {
  const parsed = playSchema.safeParse(await asked.json());
  if (!parsed.success) throw new BadRequest(z.prettifyError(parsed.error));
  if (!(await playIn(deps.calls, asked.part("id"), parsed.data)))
    throw new BadRequest("The call is over, or this person was not asked to it.", 409);
  return show(deps, asked);
};

const playIn = (calls: Calls, id: string, asked: z.infer<typeof playSchema>): Promise<boolean> => {
  switch (asked.does) {
    case "join":
      return calls.join(id, asked.email);
    case "leave":
      return calls.leave(id, asked.email);
    case "end":
      return calls.end(id);
    case "accepted":
    case "tentative":
    case "declined":
      return calls.reply(id, asked.email, asked.does);
  }
};

const clockOf = (at: Instant): string => londonTime(at).slice(0, 5);

const viewOf = (call: RehearsedCall, people: readonly Person[], asOf: Instant): CallView => {
  const nameOf = (email: string): string =>
    people.find(({ id }) => id.toLowerCase() === email)?.name ??
    call.invited.find((each) => each.email === email)?.name ??
    email;
  const inCall = (email: string): boolean => call.joined.includes(email);
  const chair = { email: call.chair, name: nameOf(call.chair), part: "chair", reply: null } as const;
  const others = call.invited.map(({ email, name, required, reply }) => ({
    ...{ email, name, reply },
    part: required ? ("required" as const) : ("optional" as const),
  }));
  return {
    ...{ subject: call.subject, agenda: call.agenda, state: call.state },
    when: `${dayInWords(londonDate(call.slot.from), asOf)}, ${clockOf(call.slot.from)} to ${clockOf(call.slot.to)}`,
    moment: asOf < call.slot.from ? "ahead" : asOf < call.slot.to ? "now" : "past",
    people: [chair, ...others].map((each) => ({ ...each, joined: inCall(each.email) })),
    invitations: call.invitations.map(({ number, what, to }) => ({ number, what, to: to.map(nameOf).join(", ") })),
  };
};

/** The .ics file of one mail, to be opened in any calendar. */
export const invitationFile =
  ({ calls }: Pick<CallsDeps, "calls">, failed: (fault: unknown) => void) =>
  (req: Request, res: Response, next: Next): void => {
    const { id, number } = z.object({ id: z.string(), number: z.string() }).parse(req.params);
    calls
      .file(id, Number(number))
      .then((ics) => {
        if (ics === null)
          sendJson(res, { status: 404, body: { error: { code: "NotFound", message: "No such file." } } });
        else sendFile(res, `invitation-${String(Number(number))}.ics`, ics);
        next(false);
      })
      .catch(failed);
  };

const sendFile = (res: Response, name: string, ics: string): void => {
  res.writeHead(200, {
    "content-type": "text/calendar; charset=utf-8",
    "content-disposition": `attachment; filename="${name}"`,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  res.end(ics);
};
