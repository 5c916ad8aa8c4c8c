import { setTimeout as wait } from "node:timers/promises";
import type { Call, Meetings } from "../../app/ports/meetings.ts";
import { createAsking } from "./asking.ts";
import { book, cancel, settle } from "./book.ts";
import { readDiaries } from "./diaries.ts";
import { createLine } from "./line.ts";
import { holdInLobby } from "./lobby.ts";
import { patience as usual, type GraphOptions } from "./options.ts";
import { readReplies } from "./replies.ts";
import { personalWords } from "./words.ts";

const realTimer = { sleep: (ms: number): Promise<void> => wait(ms) };

/**
 * Strategy meetings as Teams calls in the chair's Outlook calendar, through Microsoft Graph with the application's own permissions.
 * Answers as the port has it, and never throws for Graph's faults. What may identify a child is refused before anything is sent.
 */
export const graphMeetings = (options: GraphOptions): Meetings => {
  const { token, personal, londonOffset, baseUrl = "https://graph.microsoft.com", patience = usual } = options;
  const { timer = realTimer, random = Math.random } = options;
  const line = createLine({ token, baseUrl, timeoutMs: patience.timeoutMs });
  const asking = createAsking({ line, timer, random, patience });
  const deps = { asking, londonOffset };

  const personalIn = ({ subject, agenda }: Call): boolean => personal(subject) || personal(agenda);
  const refused = { outcome: "refused", why: personalWords } as const;

  return {
    rehearsed: false,
    diaries: (emails, between) => readDiaries(asking, londonOffset, emails, between),
    book: async (call) => {
      if (personalIn(call)) return refused;
      const booked = await book(deps, call);
      if (booked.outcome === "booked") await holdInLobby(asking, options, call, booked.joinUrl);
      return booked;
    },
    change: async (event, call) => (personalIn(call) ? refused : settle(deps, call, event)),
    cancel: async (event, calendar, comment) => (personal(comment) ? refused : cancel(deps, event, calendar, comment)),
    replies: (event, calendar) => readReplies(asking, event, calendar),
  };
};
