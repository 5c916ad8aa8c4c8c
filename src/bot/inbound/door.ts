import type { Log } from "../../app/ports/log.ts";
import { activitySchema, faultsOf, type Inbound } from "./activity.ts";
import type { Sdk } from "./sdk.ts";

/** What goes back over HTTP. Never a 5xx for what somebody sent. */
export interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export interface DoorDeps {
  /** Loaded when it is first needed: the SDK takes longer to load than the rest of the house together. */
  readonly sdk: () => Promise<Sdk>;
  readonly mayCall: (serviceUrl: string) => boolean;
  /** Channels that are let in; null for any. In service only Teams proves the accounts that we trust. */
  readonly channels: readonly string[] | null;
  readonly log: Log;
  readonly take: (activity: Inbound) => Promise<HttpAnswer>;
}

export const fault = (status: number, code: string, message: string): HttpAnswer => ({
  status,
  body: { error: { code, message } },
});

/** Parse, then prove, then take: an activity that fails one of them has no effect and causes no call. */
export const createDoor = ({ sdk, mayCall, channels, log, take }: DoorDeps) => {
  const refuse = (status: number, code: string, message: string): HttpAnswer => {
    log.warn("activity refused", { status, code });
    return fault(status, code, message);
  };

  return async (json: unknown, authorization: string): Promise<HttpAnswer> => {
    const read = activitySchema.safeParse(json);
    if (!read.success) return refuse(400, "BadActivity", faultsOf(read.error));
    const activity = read.data;
    if (!mayCall(activity.serviceUrl))
      return refuse(403, "ServiceUrl", "This service URL is not one that is answered.");
    if (channels !== null && !channels.includes(activity.channelId)) {
      return refuse(403, "Channel", "This channel is not one that is answered.");
    }
    const loaded = await sdk();
    try {
      await loaded.prove(authorization, activity);
    } catch {
      return refuse(401, "Unauthorized", "The caller could not be proved.");
    }
    return take(activity);
  };
};
export type Door = ReturnType<typeof createDoor>;
