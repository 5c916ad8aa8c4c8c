import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { z } from "zod";
import { systemClock } from "../../src/adapters/clock/system.ts";
import type { Instant } from "../../src/domain/instants.ts";

const script = join(process.cwd(), "test/support/service-victim.ts");
const readySchema = z.object({ port: z.int() });
const lookSchema = z.object({
  rss: z.number(),
  heapUsed: z.number(),
  log: z.array(z.object({ level: z.string(), what: z.string(), fields: z.unknown() })),
});
export type Look = z.infer<typeof lookSchema>;

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
  /** Bytes of memory that it holds once what is garbage is gone, and everything it logged. Throws when it has ended. */
  look(): Promise<Look>;
}

/** A process that is getting ready, or that serves. */
const load = (settings: LifeSettings) => {
  const child = fork(script, [JSON.stringify(settings)], {
    execArgv: ["--expose-gc"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const gone = once(child, "exit");
  /** Its next word; an exit code, when it has none to say any more. */
  const hears = async (): Promise<unknown> => {
    const [word] = (await Promise.race([once(child, "message"), gone])) as unknown[];
    return word;
  };
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await gone;
  };
  return { child, loaded: hears(), hears, kill };
};

const livingIn = ({ child, hears, kill }: ReturnType<typeof load>, port: number, since: Instant): Life => ({
  url: `http://127.0.0.1:${String(port)}`,
  since,
  kill,
  look: async () => {
    child.send({ look: true });
    return lookSchema.parse(await hears());
  },
});

/**
 * One service after another on the same store. The next process gets ready while this one works. `moveOn` moves the
 * clock of the life that runs and of all that follow.
 */
export const createLives = (settings: LifeSettings, asOf: Instant) => {
  const system = systemClock();
  let ahead = asOf - system.now();
  let running: ChildProcess | undefined;
  let spare = load(settings);

  const next = async (): Promise<Life> => {
    const process = spare;
    spare = load(settings);
    await process.loaded;
    const since = system.now() + ahead;
    running = process.child;
    process.child.send({ ahead, begin: true });
    const ready = readySchema.safeParse(await process.hears());
    if (!ready.success) throw new Error("The service ended before it could answer.");
    return livingIn(process, ready.data.port, since);
  };

  return {
    next,
    now: (): Instant => system.now() + ahead,
    moveOn: (ms: number): void => {
      ahead += ms;
      if (running?.connected === true) running.send({ ahead });
    },
    end: (): Promise<void> => spare.kill(),
  };
};
export type Lives = ReturnType<typeof createLives>;
