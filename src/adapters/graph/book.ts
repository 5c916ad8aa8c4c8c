import { z } from "zod";
import type { Booked, Call, Done } from "../../app/ports/meetings.ts";
import type { Answer, Asking, Later } from "./asking.ts";
import { changesTo, eventSchema, joinUrlOf, makeOnline, newEvent, pathOf, readPath, searchPath } from "./event.ts";
import type { GraphEvent } from "./event.ts";
import type { LondonOffset } from "./times.ts";
import { goneWords, noAddressWords, refusalWords, twiceWords, withdrawnWords } from "./words.ts";

export interface BookDeps {
  readonly asking: Asking;
  readonly londonOffset: LondonOffset;
}

const foundSchema = z.object({
  value: z.array(
    z.object({ id: z.string(), isCancelled: z.boolean().nullish(), createdDateTime: z.string().nullish() }),
  ),
});
const madeSchema = z.object({ id: z.string().min(1) });

/**
 * Books by looking first. A request that broke may have been carried out, so each try begins by looking for the event of this
 * transaction, and Graph is given the same transactionId every time: it makes no second event for it.
 */
export const book = async (deps: BookDeps, call: Call): Promise<Booked> => {
  const { asking } = deps;
  let last: Later = { outcome: "later", why: "Microsoft 365 does not show the event that it has", afterMs: 60_000 };
  for (let tried = 1; tried <= asking.patience.tries; tried += 1) {
    const found = await find(deps, call);
    if (found.outcome === "later") return found;
    if (found.outcome === "refused") return { outcome: "refused", why: refusalWords(found, call.calendar) };
    if (found.body !== null) return settle(deps, call, found.body);
    const made = await make(deps, call);
    if (made.outcome === "answered") return settle(deps, call, made.body.id);
    // 409: there is an event of this transaction, which the search does not show yet.
    if (made.outcome === "refused" && made.status !== 409)
      return { outcome: "refused", why: refusalWords(made, call.calendar) };
    if (made.outcome === "later") last = made;
    if (made.outcome === "later" && made.afterMs > asking.patience.longestMs) return made;
    await asking.sleep(made.outcome === "later" ? made.afterMs : asking.backoff(tried));
  }
  return last;
};

/** Once only: a second try must look first. */
const make = ({ asking, londonOffset }: BookDeps, call: Call): Promise<Answer<{ id: string }>> =>
  asking.ask({
    method: "POST",
    path: pathOf(call.calendar),
    mailbox: call.calendar,
    body: newEvent(call, londonOffset),
    reads: madeSchema,
    tries: 1,
  });

/** The event of this transaction. Should there ever be two, the first stands and the others are withdrawn. */
const find = async (deps: BookDeps, call: Call): Promise<Answer<string | null>> => {
  const answer = await deps.asking.ask({
    method: "GET",
    path: searchPath(call),
    mailbox: call.calendar,
    reads: foundSchema,
  });
  if (answer.outcome !== "answered") return answer;
  const live = answer.body.value
    .filter(({ isCancelled }) => isCancelled !== true)
    .toSorted((a, b) => ((a.createdDateTime ?? "") < (b.createdDateTime ?? "") ? -1 : 1));
  for (const { id } of live.slice(1)) {
    const withdrawn = await cancel(deps, id, call.calendar, twiceWords);
    if (withdrawn.outcome === "later") return withdrawn;
  }
  return { outcome: "answered", body: live[0]?.id ?? null };
};

/** Makes an event of ours what is called for, and says how to join it. */
export const settle = async (deps: BookDeps, call: Call, id: string): Promise<Booked> => {
  const event = await read(deps, call, id);
  if (event.outcome !== "answered") return unread(event, call);
  if (event.body.isCancelled === true) return { outcome: "refused", why: goneWords(call.calendar) };
  const changes = changesTo(event.body, call, deps.londonOffset);
  if (changes === null) return joined(deps, call, event.body);
  const changed = await patch(deps, call, id, changes);
  return changed.outcome === "answered" ? joined(deps, call, changed.body) : unread(changed, call);
};

const unread = (answer: Exclude<Answer<GraphEvent>, { outcome: "answered" }>, call: Call): Booked => {
  if (answer.outcome === "later") return answer;
  return {
    outcome: "refused",
    why: answer.status === 404 ? goneWords(call.calendar) : refusalWords(answer, call.calendar),
  };
};

const read = ({ asking }: BookDeps, { calendar }: Call, id: string): Promise<Answer<GraphEvent>> =>
  asking.ask({ method: "GET", path: readPath(calendar, id), mailbox: calendar, reads: eventSchema });

const patch = ({ asking }: BookDeps, { calendar }: Call, id: string, body: unknown): Promise<Answer<GraphEvent>> =>
  asking.ask({ method: "PATCH", path: pathOf(calendar, id), mailbox: calendar, body, reads: eventSchema });

/** An event that nobody can join is no call: looks again, asks again, and takes it out when that does not help. */
const joined = async (deps: BookDeps, call: Call, event: GraphEvent): Promise<Booked> => {
  const given = (await lookForAddress(deps, call, event)) ?? (await askForAddress(deps, call, event.id));
  if (given !== null) return given;
  const withdrawn = await cancel(deps, event.id, call.calendar, withdrawnWords);
  return withdrawn.outcome === "done" ? { outcome: "refused", why: noAddressWords(call.calendar) } : withdrawn;
};

const askForAddress = async (deps: BookDeps, call: Call, id: string): Promise<Booked | null> => {
  const asked = await patch(deps, call, id, makeOnline);
  return asked.outcome === "answered" ? lookForAddress(deps, call, asked.body) : unread(asked, call);
};

/** Null when there is still no address after every look. */
const lookForAddress = async (deps: BookDeps, call: Call, first: GraphEvent): Promise<Booked | null> => {
  let event = first;
  for (let looks = 1; ; looks += 1) {
    const joinUrl = joinUrlOf(event);
    if (joinUrl !== null) return { outcome: "booked", event: event.id, joinUrl };
    if (looks > deps.asking.patience.looks) return null;
    await deps.asking.sleep(deps.asking.backoff(looks));
    const again = await read(deps, call, event.id);
    if (again.outcome !== "answered") return unread(again, call);
    event = again.body;
  }
};

/** Cancelling tells those invited, which deleting alone does not. What is gone already is done. */
export const cancel = async (deps: BookDeps, event: string, calendar: string, comment: string): Promise<Done> => {
  const answer = await deps.asking.ask({
    method: "POST",
    path: `${pathOf(calendar, event)}/cancel`,
    mailbox: calendar,
    body: { comment },
    reads: z.unknown(),
  });
  if (answer.outcome === "later") return answer;
  if (answer.outcome === "answered" || answer.status === 404 || answer.status === 410) return { outcome: "done" };
  return { outcome: "refused", why: refusalWords(answer, calendar) };
};
