import type { ChoiceDoor } from "../reminding.ts";
import type { RemindDeps } from "./deps.ts";

const refused = { outcome: "refused", why: "That cannot be done here yet." } as const;

/** What a manager chooses about a duty, and what happened on a case, for the doors. */
export const createChoosing = (_deps: RemindDeps): ChoiceDoor => ({
  snooze: () => Promise.resolve(refused),
  move: () => Promise.resolve(refused),
  give: () => Promise.resolve(refused),
  take: () => Promise.resolve(refused),
  handBack: () => Promise.resolve(refused),
  lessen: () => Promise.resolve(refused),
  approve: () => Promise.resolve(refused),
  refuse: () => Promise.resolve(refused),
  complete: () => Promise.resolve(refused),
  heard: () => Promise.resolve(null),
  say: () => Promise.resolve(refused),
  settle: () => Promise.resolve(refused),
});
