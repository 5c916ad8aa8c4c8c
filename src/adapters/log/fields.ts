import type { LogFields } from "../../app/ports/log.ts";

/** Everything that a log line may name. References and codes: a name, an address or typed words have no key here. */
export const loggable = [
  "account", // shortened to its last six characters
  "attempt",
  "channel",
  "clause",
  "code",
  "count",
  "error", // an error's class or code
  "event",
  "facts",
  "file",
  "flow",
  "hash",
  "how",
  "kind",
  "line",
  "ms",
  "outcome",
  "policy",
  "port",
  "post",
  "record",
  "records",
  "ref",
  "rehearsal",
  "screen",
  "seal",
  "series",
  "status",
  "step",
  "telling",
  "tenant", // shortened like an account
  "type",
  "verb",
  "version",
] as const;

const allowed: ReadonlySet<string> = new Set(loggable);
const shortened: ReadonlySet<string> = new Set(["account", "tenant"]);
const redacted = "<redacted>";

/** Longer than any reference, code or path: somebody's sentence. */
const longest = 120;

/** What the line says of itself: a field of that name would stand in its place when the line is read. */
const ownKeys: ReadonlySet<string> = new Set(["level", "at", "what"]);

/** The fields, with everything that may not be logged replaced by `<redacted>`; the key stays, so that the gap is seen. */
export const safeFields = (fields: LogFields): LogFields =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([key]) => !ownKeys.has(key))
      .map(([key, value]) => [key, safeValue(key, value)]),
  );

const safeValue = (key: string, value: LogFields[string]): LogFields[string] => {
  if (value === null) return null;
  if (!allowed.has(key)) return redacted;
  if (typeof value !== "string") return value;
  if (value.length > longest || value.includes("@")) return redacted;
  return shortened.has(key) ? value.slice(-6) : value;
};
