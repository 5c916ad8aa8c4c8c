import { enableCompileCache } from "node:module";
import { join } from "node:path";

// Before anything else is loaded: the second start then skips compiling what the first one compiled.
enableCompileCache();

const { readSettings } = await import("./bot/config.ts");
const read = readSettings(process.env);
if (read.outcome === "faults") {
  process.stderr.write(`Watchful cannot start:\n${read.faults.map((fault) => `  ${fault}\n`).join("")}`);
  process.exit(1);
}

const { compose, NotFit } = await import("./compose.ts");
const { checkedIn } = await import("./adapters/files/checked.ts");

/** The code that decides what a policy means: another version of it checks anew. */
const deciding = ["rules", "time", "domain"].map((floor) => join(import.meta.dirname, floor));

const started = async () => {
  try {
    const { settings } = read;
    const checked = checkedIn(`${settings.store}.policies`, deciding);
    const service = await compose(settings, settings.store === ":memory:" ? {} : { checked });
    await service.start();
    return service;
  } catch (error) {
    const what = error instanceof NotFit ? error.message : String(error);
    process.stderr.write(`Watchful cannot start:\n${what}\n`);
    process.exit(1);
  }
};

const service = await started();
if (service.rehearsal) {
  process.stdout.write(`Rehearsal: open http://localhost:${String(service.port())} in a browser.\n`);
}

/** Milliseconds for what is under way; whoever sent the signal kills soon after. */
const grace = 10_000;
let stopping = false;
const stop = (): void => {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), grace).unref();
  void service.stop().then(() => process.exit(0));
};
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
