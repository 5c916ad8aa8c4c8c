import type { RecordDoor } from "../reminding.ts";
import type { RemindDeps } from "./deps.ts";

const refused = { outcome: "refused", why: "Records cannot be written here yet." } as const;

/** Records of supervision and of management oversight, for the doors. */
export const createRecording = (_deps: RemindDeps): RecordDoor => ({
  form: () => Promise.resolve(refused),
  save: () => Promise.resolve(refused),
  read: () => Promise.resolve(refused),
  confirm: () => Promise.resolve(refused),
  stepDone: () => Promise.resolve(refused),
});
