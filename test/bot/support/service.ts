import { rosterDirectory } from "../../../src/adapters/roster/directory.ts";
import { openSqlite } from "../../../src/adapters/sqlite/open.ts";
import { openCovers } from "../../../src/app/cover/covering.ts";
import { createDoubting } from "../../../src/app/doubt/doubting.ts";
import { createMetronome } from "../../../src/app/deliver/metronome.ts";
import { deliverReport } from "../../../src/app/deliver/report.ts";
import type { Records } from "../../../src/app/ports/records.ts";
import { createReporting } from "../../../src/app/report/reporting.ts";
import type { Reporting } from "../../../src/app/reporting.ts";
import { createTeams, type Doors, type TeamsDeps } from "../../../src/bot/index.ts";
import { createCalendar } from "../../../src/time/calendar.ts";
import { assessment, clause, council, noon, people, rulesThat } from "../../support/house.ts";
import { memoryLog } from "../../support/memory-log.ts";
import { startTeams } from "../../support/teams/index.ts";
import { tinyDialog } from "./dialog.ts";

/** Nothing of these tests reminds anybody. */
const none = { outcome: "refused", why: "Not here." } as const;
const no = () => Promise.resolve(none);
const unreminded: Pick<Doors, "due" | "record" | "choice" | "summary" | "meeting"> = {
  meeting: {
    ...{ heard: () => null, mine: () => Promise.resolve([]), open: no, offers: no, act: no, form: no, write: no },
    guide: () => Promise.reject(new Error("Nobody meets here.")),
    ask: () => Promise.resolve({ outcome: "unclear", why: "Not here." }),
  },
  due: { list: no, case: no, open: no },
  summary: { latest: no },
  record: {
    ...{ form: no, save: no, read: no, confirm: no, stepDone: no },
    ...{ heard: () => null, unfinished: () => Promise.resolve(null) },
  },
  choice: {
    ...{ snooze: no, move: no, give: no, take: no, handBack: no, lessen: no, approve: no, refuse: no, complete: no },
    ...{ moving: no, asking: no },
    ...{ say: no, settle: no, heard: () => Promise.resolve(null) },
  },
};

/** A quick patience: the same number of tries, without the waiting. */
const quick = { tries: 5, firstMs: 4, longestMs: 200 };

const rules = {
  ...rulesThat(() => assessment([clause("W-N2K-06")])),
  suggest: (text: string) =>
    /missing/i.test(text) ? [{ clause: "W-N2K-06", title: "A child is missing", event: "thing", score: 0.9 }] : [],
};

export interface ServiceOptions extends Partial<
  Pick<TeamsDeps, "limits" | "patience" | "timer" | "lineTimeoutMs" | "credentials">
> {
  readonly records?: Records;
  /** Stands between the bot and the use cases. */
  readonly spoil?: (reporting: Reporting) => Reporting;
}

/** The bot over real HTTP, with the real use cases on a store in memory, in front of a pretended Teams. */
export const startService = async ({
  records = openSqlite(":memory:"),
  spoil = (same) => same,
  ...more
}: ServiceOptions = {}) => {
  const teams = await startTeams();
  const log = memoryLog();
  const clock = { now: () => noon };
  const directory = rosterDirectory(people, council);
  const calendar = createCalendar({ closureDays: [], workingDay: { from: "09:00", to: "17:00" } });
  const house = { records, clock, council, directory, log, calendar };
  const bot = createTeams({
    ...house,
    credentials: null,
    tenant: teams.tenant,
    serviceUrl: () => teams.url,
    patience: quick,
    ...more,
  });
  const deliver = { ...house, rules, messenger: bot.messenger };
  const metronome = createMetronome({ ...house, handlers: { report: ({ id }) => deliverReport(deliver, id) } });
  const reporting = createReporting({ ...house, rules, nudge: () => undefined });
  const covering = (await openCovers(house)).covering(() => undefined);
  const doubting = createDoubting({ ...house, nudge: () => undefined });
  const server = bot.serve({ reporting: spoil(reporting), covering, doubting, dialog: tinyDialog, ...unreminded });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address();
  const url = `http://127.0.0.1:${String(port)}`;
  teams.connect(url);
  return {
    url,
    teams,
    log,
    records,
    reporting,
    messenger: bot.messenger,
    settle: () => metronome.settle(),
    ana: teams.person("account-ana", "Ana"),
    bo: teams.person("account-bo", "Bo"),
    nadia: teams.person("account-nadia", "Nadia"),
    room: teams.channel("19:ad"),
    stop: async () => {
      bot.close();
      await new Promise((resolve) => {
        server.close(() => {
          resolve(undefined);
        });
      });
      await teams.stop();
    },
  };
};
export type Service = Awaited<ReturnType<typeof startService>>;
