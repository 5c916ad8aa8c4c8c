import type { Log, LogFields } from "../../src/app/ports/log.ts";

export interface LogEntry {
  readonly level: "info" | "warn" | "error";
  readonly what: string;
  readonly fields: LogFields;
}

/** Keeps every entry as it was given, so that a test can also see what should never have been given. */
export const memoryLog = (): Log & { readonly entries: readonly LogEntry[] } => {
  const entries: LogEntry[] = [];
  const keep =
    (level: LogEntry["level"]) =>
    (what: string, fields: LogFields = {}): void =>
      void entries.push({ level, what, fields });
  return { entries, info: keep("info"), warn: keep("warn"), error: keep("error") };
};
