import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { SummaryAudience, SummaryFact } from "../../domain/remind/summary-facts.ts";
import type { Summary } from "../../domain/remind/summary.ts";
import { deliverKept, type Settled } from "../kept/deliver.ts";
import type { Messenger } from "../ports/messenger.ts";
import { managerFor } from "../report/line.ts";
import type { RemindDeps } from "./deps.ts";
import { keptSummaries, type SummaryDue } from "./summary-kept.ts";
import { summaryView } from "./summary-look.ts";

export interface DeliverSummaryDeps extends RemindDeps {
  readonly messenger: Messenger;
}

/** Who is told in the place of a channel or a person that cannot be reached, and has not been told so far. */
const instead = (
  { council, directory }: RemindDeps,
  { to }: Summary,
  { scope, kind, where }: SummaryAudience,
  asOf: Instant,
): readonly PersonId[] => {
  const told = to.flatMap((one) => (one.scope === scope && one.kind === "personal" ? [one.where] : []));
  if (kind === "personal") return [managerFor(directory, where, told, asOf) ?? []].flat();
  return council.houseRules.reminders.summary.posts
    .filter((post) => council.posts[post]?.channel === where)
    .flatMap((post) => directory.holders(post, asOf).people.map(({ id }) => id))
    .filter((id) => !told.includes(id));
};

const send = async (
  deps: DeliverSummaryDeps,
  summary: Summary,
  { audience }: SummaryDue,
): Promise<Settled<SummaryFact>> => {
  const { kind, where, scope } = audience;
  const view = await summaryView(deps, summary, scope);
  const to = kind === "channel" ? { channel: where } : { person: where };
  const sent = await deps.messenger.send(to, { kind: "summary", summary: view });
  if (sent.outcome === "later") return sent;
  const at = deps.clock.now();
  if (sent.outcome === "accepted") {
    const { conversation, activity } = sent;
    return { outcome: "settled", facts: [{ kind: "sent", at, audience, conversation, activity }] };
  }
  const others = instead(deps, summary, audience, at);
  if (others.length === 0) deps.log.warn("a summary reaches nobody", { record: summary.id });
  return {
    outcome: "settled",
    facts: [
      { kind: "unreachable", at, audience, why: sent.why },
      ...others.map((id) => ({
        ...{ kind: "passedOn" as const, at },
        audience: { scope, kind: "personal" as const, where: id },
      })),
    ],
  };
};

/** Sends what a summary owes by now, to each once. */
export const deliverSummary = (deps: DeliverSummaryDeps, week: string): Promise<void> =>
  deliverKept(keptSummaries(deps.records), week, deps.clock, ({ state }, due) => send(deps, state, due));
