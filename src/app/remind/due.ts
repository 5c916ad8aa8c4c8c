import type { DueDoor } from "../reminding.ts";
import type { RemindDeps } from "./deps.ts";

const refused = { outcome: "refused", why: "Nothing is due yet." } as const;

/** What is due, for the doors. */
export const createDue = (_deps: RemindDeps): DueDoor => ({
  list: () => Promise.resolve(refused),
  case: () => Promise.resolve(refused),
  open: () => Promise.resolve(refused),
});
