import type { Clock } from "../../app/ports/clock.ts";

/** The machine's clock. Nothing else in the product reads it. */
export const systemClock = (): Clock => ({ now: () => Date.now() });
