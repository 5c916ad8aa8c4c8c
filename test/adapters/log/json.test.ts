import { jsonLog } from "../../../src/adapters/log/json.ts";
import type { LogFields } from "../../../src/app/ports/log.ts";

const logged = (fields?: LogFields, level: "info" | "warn" | "error" = "info"): Record<string, unknown> => {
  const lines: string[] = [];
  const log = jsonLog({ now: () => Date.UTC(2026, 3, 1, 17) }, { write: (line) => void lines.push(line) });
  log[level]("told", fields);
  expect(lines).toHaveLength(1);
  expect(lines[0]?.endsWith("\n")).toBe(true);
  return JSON.parse(lines[0] ?? "") as Record<string, unknown>;
};

describe("the log", () => {
  it.each(["info", "warn", "error"] as const)(
    "writes one JSON line with the time, the level %s, what, and the fields",
    (level) => {
      expect(logged({ ref: "NTK-2026-0042", count: 2, outcome: null }, level)).toEqual({
        level,
        at: "2026-04-01T17:00:00Z",
        what: "told",
        ref: "NTK-2026-0042",
        count: 2,
        outcome: null,
      });
    },
  );

  it.each([
    ["a field that nobody has allowed", { what_happened: "AMB-1042 went missing" }],
    ["a field that nobody has allowed, number or not", { dateOfBirth: 20130401 }],
    ["an email, wherever it is", { ref: "ana.begum@ambershire.example" }],
    ["a sentence that somebody typed", { error: "x".repeat(121) }],
  ])("keeps out %s, and shows that it did", (_what, fields: LogFields) => {
    const line = logged(fields);
    for (const [key, value] of Object.entries(fields)) {
      expect(line[key]).toBe("<redacted>");
      expect(JSON.stringify(line)).not.toContain(String(value));
    }
  });

  it("knows a person by the end of their account only", () => {
    expect(logged({ account: "6f2c1d90-8f0e-4f6c-a6a4-0d1e5b7a91c3" })).toMatchObject({ account: "7a91c3" });
  });

  it("cannot be made to write a second line, nor to pass a field for its own", () => {
    const line = logged({ ref: 'NTK"\n{"level":"error"}', level: "fatal", at: "never", what: "nothing" });
    expect(line).toMatchObject({
      ref: 'NTK"\n{"level":"error"}',
      level: "info",
      at: "2026-04-01T17:00:00Z",
      what: "told",
    });
  });
});
