import type { MetronomeDeps } from "../app/deliver/metronome.ts";
import type { Messenger } from "../app/ports/messenger.ts";
import { attendCase } from "../app/remind/attend.ts";
import { createChoosing } from "../app/remind/choose.ts";
import type { RemindDeps } from "../app/remind/deps.ts";
import { deliverDigest } from "../app/remind/digest.ts";
import { createDue } from "../app/remind/due.ts";
import { createRecording } from "../app/remind/record.ts";
import { deliverReminder } from "../app/remind/remind.ts";
import { roundKey, runRound } from "../app/remind/round.ts";
import { createSummary, runSummary, summaryKey } from "../app/remind/summary.ts";
import { deliverSummary } from "../app/remind/summary-send.ts";

interface Reminding extends RemindDeps {
  readonly messenger: Messenger;
  /** Reads again who is away: another replica may have changed it. */
  readonly refresh: () => Promise<void>;
}

/** What the metronome does about cases, digests and reminders that are due. */
export const remindHandlers = (
  deps: Reminding,
): Required<Pick<MetronomeDeps["handlers"], "case" | "digest" | "reminder" | "summary">> & {
  round: (id: string) => Promise<void>;
} => ({
  case: async ({ id }) => {
    await deps.refresh();
    await attendCase(deps, id);
  },
  digest: async ({ id }) => {
    await deps.refresh();
    await deliverDigest(deps, id);
  },
  reminder: async ({ id }) => {
    await deps.refresh();
    await deliverReminder(deps, id);
  },
  summary: async ({ id }) => {
    await deps.refresh();
    await deliverSummary(deps, id);
  },
  round: async (id) => {
    if (id !== roundKey.id && id !== summaryKey.id) return;
    await deps.refresh();
    await (id === roundKey.id ? runRound(deps) : runSummary(deps));
  },
});

/** What people ask and do about duties: the doors of the bot. */
export const remindDoors = (deps: RemindDeps) => ({
  due: createDue(deps),
  record: createRecording(deps),
  choice: createChoosing(deps),
  summary: createSummary(deps),
});
