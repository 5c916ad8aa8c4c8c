import type { PersonId } from "../../domain/people.ts";
import type { Copy, ReportFact } from "../../domain/report/facts.ts";
import { nextAsk } from "../../domain/report/report.ts";
import type { Loaded } from "../report/document.ts";
import { viewFor } from "../report/view.ts";
import { settled, type DeliverDeps, type Performed } from "./performed.ts";

/** The latest of the hours that have passed: a machine that slept through several asks once. */
const hoursPassed = ({ report }: Loaded, to: PersonId, asOf: number): number => {
  const passed = (report.watching?.askAt ?? []).filter(({ at }) => at <= asOf).map(({ hours }) => hours);
  return Math.max(nextAsk(report, to)?.hours ?? 0, ...passed);
};

/** Asks one of the reporters whether it goes on. A question that Teams will not take is kept as asked: it goes on then. */
export const wonder = async (deps: DeliverDeps, now: Loaded, to: PersonId): Promise<Performed> => {
  const sent = await deps.messenger.send({ person: to }, { kind: "question", report: viewFor(deps, now, to) });
  if (sent.outcome === "later") return sent;
  const at = deps.clock.now();
  const hours = hoursPassed(now, to, at);
  const asked = (copy: Copy | null): ReportFact => ({ kind: "wondered", at, to, hours, copy });
  if (sent.outcome === "unreachable") return settled(asked(null));
  const { conversation, activity } = sent;
  const copy: Copy = { kind: "question", where: to, conversation, activity };
  return { outcome: "settled", facts: [asked(copy)], shown: { [activity]: now.facts.length + 1 } };
};
