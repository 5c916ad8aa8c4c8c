import { z } from "zod";
import type { Call } from "../../app/ports/meetings.ts";
import type { Asking } from "./asking.ts";
import type { GraphOptions } from "./options.ts";

const meetingsSchema = z.object({ value: z.array(z.object({ id: z.string().min(1) })) });

/**
 * Lets nobody past the lobby but the organiser, where the application may (see `GraphOptions.account`). Who gets in is no property of
 * an event but of the online meeting behind it, which takes another permission; a call without it is still a call, so nothing fails here.
 */
export const holdInLobby = async (
  asking: Asking,
  options: GraphOptions,
  call: Call,
  joinUrl: string,
): Promise<void> => {
  const account = options.account?.(call.calendar) ?? null;
  if (account === null) return;
  const meetings = `/users/${encodeURIComponent(account)}/onlineMeetings`;
  const filter = encodeURIComponent(`JoinWebUrl eq '${joinUrl.replaceAll("'", "''")}'`);
  const found = await asking.ask({
    method: "GET",
    path: `${meetings}?$filter=${filter}`,
    mailbox: call.calendar,
    reads: meetingsSchema,
    tries: 2,
  });
  const id = found.outcome === "answered" ? found.body.value[0]?.id : undefined;
  if (id === undefined) {
    unset(options, found.outcome === "refused" ? found.status : 0);
    return;
  }
  const set = await asking.ask({
    method: "PATCH",
    path: `${meetings}/${encodeURIComponent(id)}`,
    mailbox: call.calendar,
    body: { lobbyBypassSettings: { scope: "organizer", isDialInBypassEnabled: false } },
    reads: z.unknown(),
    tries: 2,
  });
  if (set.outcome !== "answered") unset(options, set.outcome === "refused" ? set.status : 0);
};

const unset = ({ log }: GraphOptions, status: number): void =>
  log?.warn("the lobby of a call was left as the tenant has it", { status });
