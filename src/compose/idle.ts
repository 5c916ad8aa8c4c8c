import type { Log } from "../app/ports/log.ts";

/** Milliseconds after the start. Long enough for the first answers to leave. */
const soon = 500;

/** Something that is done once, some time after the start. */
export interface Idle {
  readonly start: () => void;
  /** What has not begun by now is not done. */
  readonly stop: () => void;
}

/** What fails here was not needed to serve: it is written to the log, and people are answered all the same. */
export const whenIdle = (what: string, work: () => void, log: Log): Idle => {
  let timer: NodeJS.Timeout | undefined;
  const attempt = (): void => {
    try {
      work();
    } catch (error) {
      log.error(`${what} failed`, { why: String(error) });
    }
  };
  return {
    start: () => {
      timer = setTimeout(attempt, soon).unref();
    },
    stop: () => {
      clearTimeout(timer);
    },
  };
};
