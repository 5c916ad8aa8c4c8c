import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { z } from "zod";
import { systemClock } from "../../src/adapters/clock/system.ts";
import type { Instant } from "../../src/domain/instants.ts";

const script = join(process.cwd(), "test/support/service-victim.ts");
const readySchema = z.object({ port: z.int() });

export interface LifeSettings {
  readonly store: string;
  readonly serviceUrl: string;
  readonly tenant: string;
}

/** A life of the service: from being able to answer to SIGKILL. */
export interface Life {
  readonly url: string;
  /** By the service's own clock. */
  readonly since: Instant;
  kill(): Promise<void>;
}

/**
 * One service after another on the same store. The next process gets ready while this one works. `moveOn` moves the
 * clock of the life that runs and of all that follow.
 */
export const createLives = (settings: LifeSettings, asOf: Instant) => {
  const system = systemClock();
  let ahead = asOf - system.now();
  let running: ChildProcess | undefined;

  const load = (): { child: ChildProcess; loaded: Promise<unknown> } => {
    const child = fork(script, [JSON.stringify(settings)], {
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    return { child, loaded: once(child, "message") };
  };
  let spare = load();

  const next = async (): Promise<Life> => {
    const { child, loaded } = spare;
    spare = load();
    await loaded;
    const since = system.now() + ahead;
    running = child;
    child.send({ ahead, begin: true });
    const [answer] = (await Promise.race([once(child, "message"), once(child, "exit")])) as unknown[];
    const ready = readySchema.safeParse(answer);
    if (!ready.success) throw new Error("The service ended before it could answer.");
    const kill = async (): Promise<void> => {
      running = undefined;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    };
    return { url: `http://127.0.0.1:${String(ready.data.port)}`, since, kill };
  };

  return {
    next,
    now: (): Instant => system.now() + ahead,
    moveOn: (ms: number): void => {
      ahead += ms;
      running?.send({ ahead, begin: false });
    },
    end: async (): Promise<void> => {
      const gone = once(spare.child, "exit");
      spare.child.kill("SIGKILL");
      await gone;
    },
  };
};
export type Lives = ReturnType<typeof createLives>;
