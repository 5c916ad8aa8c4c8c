import { graphMeetings } from "../../../src/adapters/graph/meetings.ts";
import type { GraphOptions } from "../../../src/adapters/graph/options.ts";
import { personalDetail } from "../../../src/domain/personal.ts";
import { londonOffset } from "../../../src/time/london.ts";
import type { MeetingsBench } from "../../contracts/meetings.ts";
import { graphToken, startGraph } from "./index.ts";
import { toInstant } from "./zones.ts";

export const people = [
  "cerys.howell@ambershire.example",
  "omar.farouk@ambershire.example",
  "lena.brandt@ambershire.example",
] as const;

const answers = { accepted: "accepted", tentative: "tentativelyAccepted", declined: "declined" } as const;

const optionsFor = (url: string, slept: number[]): GraphOptions => ({
  token: () => Promise.resolve(graphToken),
  personal: (text) => personalDetail(text, 2026) !== null,
  londonOffset,
  baseUrl: url,
  timer: {
    sleep: (ms) => {
      slept.push(ms);
      return new Promise((resolve) => setTimeout(resolve, 1));
    },
  },
  random: () => 1,
  patience: { tries: 5, firstMs: 500, longestMs: 8_000, looks: 3, timeoutMs: 200 },
});

/** The adapter as it is in service, except that nobody waits long. */
export const graphBench = async (change: Partial<GraphOptions> = {}) => {
  const graph = await startGraph();
  graph.calendars.add(...people);
  const slept: number[] = [];
  const options: GraphOptions = { ...optionsFor(graph.url, slept), ...change };
  const bench: MeetingsBench = {
    meetings: graphMeetings(options),
    people,
    standing: (calendar) =>
      Promise.resolve(
        graph.calendars.live(calendar).map(({ id, subject, start, end, attendees = [] }) => ({
          ...{ id, subject, slot: { from: toInstant(start), to: toInstant(end) } },
          invited: attendees.map(({ emailAddress }) => emailAddress.address),
        })),
      ),
    mails: () => Promise.resolve(graph.calendars.mails),
    answer: (event, email, reply) => {
      graph.calendars.events.get(event)?.responses.set(email, answers[reply]);
      return Promise.resolve();
    },
    stop: async () => {
      await graph.stop();
      if (graph.complaints.length > 0)
        throw new Error(`Graph would not have taken this: ${graph.complaints.join("\n")}`);
    },
  };
  return { ...bench, graph, slept, options };
};
