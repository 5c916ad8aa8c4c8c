import type { Instant } from "../../domain/instants.ts";

/** The one source of `asOf`. The system's in service, a movable one in the rehearsal room and in tests. */
export interface Clock {
  now(): Instant;
}
