import type { MeetingFact, MeetingFactOf } from "./facts.ts";
import type { Meeting, MeetingCall } from "./state.ts";

/** Facts about what stands in calendars. */
export type CallFact = MeetingFactOf<"booking" | "booked" | "unbooked" | "withdrawn">;

export const isAboutCall = (fact: MeetingFact): fact is CallFact =>
  fact.kind === "booking" || fact.kind === "booked" || fact.kind === "unbooked" || fact.kind === "withdrawn";

/** The first for which it holds, changed. */
const withFirst = (
  calls: readonly MeetingCall[],
  is: (call: MeetingCall) => boolean,
  change: Partial<MeetingCall>,
): readonly MeetingCall[] => {
  const at = calls.findIndex(is);
  return calls.map((call, index) => (index === at ? { ...call, ...change } : call));
};

/** Nothing was made by an asking that failed for good; an event that could not be changed stays as it was, and is given up. */
const unbooked = (meeting: Meeting, fact: MeetingFactOf<"unbooked">): Meeting => ({
  ...meeting,
  calls: meeting.calls.map((call) =>
    call.transaction === fact.transaction ? { ...call, state: failed[call.state] } : call,
  ),
  unbooked: fact.revision === meeting.revision ? fact : meeting.unbooked,
});

const failed = {
  open: "refused",
  live: "stuck",
  stuck: "stuck",
  refused: "refused",
  withdrawn: "withdrawn",
} as const satisfies Record<MeetingCall["state"], MeetingCall["state"]>;

export const afterCall = (meeting: Meeting, fact: CallFact): Meeting => {
  const { calls } = meeting;
  switch (fact.kind) {
    case "booking": {
      const { kind: _, ...rest } = fact;
      const open = { ...rest, state: "open", event: null, joinUrl: null } as const;
      return calls.some((call) => call.transaction === fact.transaction)
        ? meeting
        : { ...meeting, calls: [...calls, open] };
    }
    case "booked": {
      const { transaction, event, joinUrl, revision, at } = fact;
      const carries = { state: "live", event, joinUrl, revision, at } as const;
      const gone = (call: MeetingCall): boolean => call.state === "withdrawn" && call.event === event;
      return {
        ...meeting,
        calls: withFirst(calls, (call) => call.transaction === transaction && !gone(call), carries),
      };
    }
    case "unbooked":
      return unbooked(meeting, fact);
    case "withdrawn":
      return { ...meeting, calls: withFirst(calls, ({ event }) => event === fact.event, { state: "withdrawn" }) };
  }
};
