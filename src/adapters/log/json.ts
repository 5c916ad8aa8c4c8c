import { pino } from "pino";
import type { DestinationStream } from "pino";
import type { Clock } from "../../app/ports/clock.ts";
import type { Log } from "../../app/ports/log.ts";
import { toIso } from "../../domain/instants.ts";
import { safeFields } from "./fields.ts";

/**
 * One JSON line per entry: `level`, `at` (UTC), `what`, and those fields that may be logged. Written at once, so that the
 * last line before a crash is there. `destination` is where lines go: standard output unless another is given.
 */
export const jsonLog = (
  clock: Clock,
  destination: DestinationStream = pino.destination({ dest: 1, sync: true }),
): Log => {
  const lines = pino(
    {
      base: null,
      messageKey: "what",
      timestamp: () => `,"at":"${toIso(clock.now())}"`,
      formatters: { level: (level) => ({ level }) },
    },
    destination,
  );
  return {
    info: (what, fields = {}) => lines.info(safeFields(fields), what),
    warn: (what, fields = {}) => lines.warn(safeFields(fields), what),
    error: (what, fields = {}) => lines.error(safeFields(fields), what),
  };
};
