import type { z } from "zod";
import type { Calendars, KeptEvent } from "./calendars.ts";
import type { Request } from "./faults.ts";
import { cancelSchema, changeSchema, lobbySchema, longestWindowMs, newEventSchema, scheduleSchema } from "./shapes.ts";
import { fromInstant, toInstant } from "./zones.ts";

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

export interface Tenant {
  readonly calendars: Calendars;
  /** Searches that do not show what is there yet. */
  lag: number;
  /** Mailboxes that the application may not touch. */
  readonly forbidden: Set<string>;
  /** Entra ID object ids with an application access policy for online meetings; for others, 403. */
  readonly meetingAccounts: Set<string>;
  readonly lobbies: string[];
  readonly reads: Map<string, number>;
}

export const fail = (status: number, code: string, message = code): Reply => ({
  status,
  body: { error: { code, message, innerError: { date: "2026-11-23T09:00:00", "request-id": "made-up" } } },
});

/** Parses as strictly as Graph's own metadata does; the first problem is in the answer, so that a test shows it. */
const reading = <T>(schema: z.ZodType<T>, body: unknown, then: (read: T) => Reply): Reply => {
  const parsed = schema.safeParse(body);
  return parsed.success ? then(parsed.data) : fail(400, "RequestBodyRead", JSON.stringify(parsed.error.issues));
};

export const answerTo = (tenant: Tenant, request: Request): Reply => {
  const { method, path } = request;
  const meetings = /^\/users\/([^/]+)\/onlineMeetings(?:\/(.+))?$/.exec(path);
  if (meetings) return onlineMeetings(tenant, request, meetings[1] ?? "", meetings[2]);
  const [, mailbox = "", rest = ""] = /^\/users\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (mailbox !== "" && tenant.forbidden.has(mailbox)) return fail(403, "ErrorAccessDenied");
  if (!tenant.calendars.has(mailbox)) return fail(404, "ErrorInvalidUser");
  if (method === "POST" && rest === "calendar/getSchedule") return getSchedule(tenant, request.body);
  if (method === "POST" && rest === "events")
    return reading(newEventSchema, request.body, (written) =>
      times(written, () => ({ status: 201, body: shown(tenant.calendars.create(mailbox, written)) })),
    );
  if (method === "GET" && rest === "events") return search(tenant, mailbox, request.query);
  const [, id = "", action] = /^events\/(.+?)(\/cancel)?$/.exec(rest) ?? [];
  const event = tenant.calendars.events.get(id);
  if (event?.mailbox !== mailbox || event.isCancelled) return fail(404, "ErrorItemNotFound");
  return onEvent(tenant, request, event, action);
};

const onEvent = (tenant: Tenant, { method, body, query }: Request, event: KeptEvent, action?: string): Reply => {
  if (method === "POST" && action === "/cancel")
    return reading(cancelSchema, body, ({ comment = "" }) => {
      tenant.calendars.cancel(event, comment);
      return { status: 202 };
    });
  if (method === "GET" && action === undefined) {
    const reads = (tenant.reads.get(event.id) ?? 0) + 1;
    tenant.reads.set(event.id, reads);
    tenant.calendars.seen(event, reads);
    return { status: 200, body: selected(event, query) };
  }
  if (method === "PATCH" && action === undefined)
    return reading(changeSchema, body, (changes) =>
      times({ start: changes.start ?? event.start, end: changes.end ?? event.end }, () => {
        tenant.calendars.change(event, changes);
        return { status: 200, body: shown(event) };
      }),
    );
  return fail(405, "Request_BadRequest");
};

const times = ({ start, end }: Pick<KeptEvent, "start" | "end">, then: () => Reply): Reply =>
  toInstant(end) > toInstant(start) ? then() : fail(400, "ErrorPropertyValidationFailure", "end before start");

/** Without `$expand`, extended properties are not in the answer. */
const shown = (event: KeptEvent): Record<string, unknown> => ({
  id: event.id,
  subject: event.subject,
  isCancelled: event.isCancelled,
  createdDateTime: event.createdDateTime,
  start: fromInstant(toInstant(event.start), "UTC"),
  end: fromInstant(toInstant(event.end), "UTC"),
  sensitivity: event.sensitivity ?? "normal",
  attendees: (event.attendees ?? []).map((each) => ({
    ...each,
    status: {
      response: event.responses.get(each.emailAddress.address.toLowerCase()) ?? "none",
      time: "0001-01-01T00:00:00Z",
    },
  })),
  isOnlineMeeting: event.isOnlineMeeting ?? false,
  onlineMeeting: event.joinUrl === null ? null : { joinUrl: event.joinUrl },
  body: { contentType: "html", content: event.html },
});

const selected = (event: KeptEvent, query: URLSearchParams): Record<string, unknown> => {
  const wanted = query.get("$select")?.split(",") ?? [];
  const all = shown(event);
  const unknown = wanted.find((name) => !(name in all));
  if (unknown !== undefined) throw new Error(`Could not find a property named '${unknown}'`);
  const id = /^singleValueExtendedProperties\(\$filter=id eq '([^']+)'\)$/.exec(query.get("$expand") ?? "")?.[1];
  const expanded = (event.singleValueExtendedProperties ?? []).filter((each) => each.id === id);
  return {
    ...Object.fromEntries(wanted.map((name) => [name, all[name]])),
    ...(expanded.length === 0 ? {} : { singleValueExtendedProperties: expanded }),
  };
};

const searched = /^singleValueExtendedProperties\/Any\(ep: ep\/id eq '([^']+)' and ep\/value eq '([^']+)'\)$/;

const search = (tenant: Tenant, mailbox: string, query: URLSearchParams): Reply => {
  const found = searched.exec(query.get("$filter") ?? "");
  if (!found) return fail(400, "ErrorInvalidUrlQueryFilter");
  if (tenant.lag > 0) {
    tenant.lag -= 1;
    return { status: 200, body: { value: [] } };
  }
  const value = tenant.calendars
    .live(mailbox)
    .filter((event) =>
      event.singleValueExtendedProperties?.some(({ id, value: of }) => id === found[1] && of === found[2]),
    )
    .map((event) => selected(event, query));
  return { status: 200, body: { value } };
};

const getSchedule = ({ calendars, forbidden }: Tenant, body: unknown): Reply =>
  reading(scheduleSchema, body, ({ schedules, startTime, endTime }) => {
    const [from, to] = [toInstant(startTime), toInstant(endTime)];
    if (to <= from || to - from >= longestWindowMs) return fail(400, "ErrorInvalidTimeInterval");
    const value = schedules.map((email) => {
      const scheduleId = email.toLowerCase();
      if (!calendars.has(scheduleId) || forbidden.has(scheduleId))
        return {
          scheduleId,
          scheduleItems: [],
          error: { message: "not found", responseCode: "ErrorMailRecipientNotFound" },
        };
      const scheduleItems = calendars.taken(scheduleId, from, to).map((each) => ({
        status: each.status,
        ...{ start: fromInstant(each.from, "UTC"), end: fromInstant(each.to, "UTC") },
      }));
      return { scheduleId, availabilityView: "0", scheduleItems };
    });
    return { status: 200, body: { value } };
  });

const onlineMeetings = (tenant: Tenant, { method, body, query }: Request, account: string, id?: string): Reply => {
  if (!tenant.meetingAccounts.has(account))
    return fail(403, "Forbidden", "No application access policy found for this app");
  if (method === "PATCH" && id !== undefined)
    return reading(lobbySchema, body, ({ lobbyBypassSettings }) => {
      tenant.lobbies.push(lobbyBypassSettings.scope);
      return { status: 200, body: { id } };
    });
  const joinUrl = /^JoinWebUrl eq '([^']+)'$/.exec(query.get("$filter") ?? "")?.[1];
  const value = [...tenant.calendars.events.values()]
    .filter((event) => event.joinUrl === joinUrl)
    .map((event) => ({ id: event.id }));
  return { status: 200, body: { value } };
};
