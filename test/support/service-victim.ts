import { enableCompileCache } from "node:module";
import { z } from "zod";
import type { Records } from "../../src/app/ports/records.ts";

/**
 * The whole service in a process of its own, to be killed. It gets ready without touching its store, so that the next one
 * can do so while this one still works; then it takes orders: to begin, how many milliseconds its
 * clock is ahead, and to tell what it logged and how large it has become.
 */
enableCompileCache();

const settingsSchema = z.object({ store: z.string(), serviceUrl: z.string(), tenant: z.string() });
const orderSchema = z.object({
  ahead: z.number().optional(),
  begin: z.boolean().default(false),
  look: z.boolean().default(false),
});

const { compose } = await import("../../src/compose.ts");
const { systemClock } = await import("../../src/adapters/clock/system.ts");
const { openSqlite } = await import("../../src/adapters/sqlite/open.ts");
const { checkedFor } = await import("./checked.ts");
const { memoryLog } = await import("./memory-log.ts");
const { recordsBehind } = await import("./records-behind.ts");

let ahead = 0;
const system = systemClock();
const clock = { now: () => system.now() + ahead };
/** Teams' own limits would make this a test of waiting. */
const unlimited = { thread: [{ count: 10_000, ms: 1 }], tenant: [{ count: 10_000, ms: 1 }] };

const log = memoryLog();
const settings = settingsSchema.parse(JSON.parse(process.argv[2] ?? "{}"));
let store: Records | undefined;
/** While it gets ready it asks only whether a clock was moved, and none was. */
const unopened = openSqlite(":memory:");
const records = recordsBehind(() => store ?? unopened);

const council = "policies/example/council.yaml";
const service = await compose(
  {
    port: 0,
    credentials: null,
    tenantRate: 50,
    policies: "policies",
    council,
    roster: "policies/example/roster.csv",
    ...settings,
  },
  { clock, records, log, beatMs: 20, teams: { limits: unlimited }, checked: checkedFor(council) },
);
service.reporting.guide.suggest("");

process.on("message", (order) => {
  const read = orderSchema.parse(order);
  ahead = read.ahead ?? ahead;
  if (read.look) {
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    process.send?.({ rss, heapUsed, log: log.entries });
  }
  if (!read.begin) return;
  store = openSqlite(settings.store);
  void service.start().then(() => process.send?.({ port: service.port() }));
});
process.on("disconnect", () => process.exit());
process.send?.("ready");
