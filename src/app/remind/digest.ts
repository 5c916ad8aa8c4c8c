import type { DigestView } from "../../domain/case/view.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Digest } from "../../domain/remind/digest.ts";
import type { DigestFact } from "../../domain/remind/facts.ts";
import { deliverKept, type Settled } from "../kept/deliver.ts";
import type { Messenger } from "../ports/messenger.ts";
import { londonDate } from "../../time/london.ts";
import { managerFor } from "../report/line.ts";
import type { RemindDeps } from "./deps.ts";
import { keptDigests, type DigestDue } from "./digest-kept.ts";
import { escalatedFor } from "./escalated.ts";
import { gapsFor } from "./gaps.ts";
import { digestView } from "./listing.ts";
import { itemsWithin } from "./mine.ts";

export interface DeliverDigestDeps extends RemindDeps {
  readonly messenger: Messenger;
}

type Done = Promise<Settled<DigestFact>>;
const settled = (...facts: readonly DigestFact[]): Settled<DigestFact> => ({ outcome: "settled", facts });

/** What a digest says now, a page of it, to somebody whose chat it stands in. */
export const drawDigest = async (
  deps: RemindDeps,
  digest: Digest,
  page: number,
  viewer: PersonId,
): Promise<DigestView> => {
  const asOf = deps.clock.now();
  const { id, person, on } = digest;
  const items = await itemsWithin(deps, person, digest, asOf);
  const escalated = await escalatedFor(deps, person, asOf);
  const gaps = await gapsFor(deps, person, asOf);
  return digestView(deps, { id, person, on, items, escalated, gaps }, page, viewer, asOf);
};

const isEmpty = ({ duties, gaps }: DigestView): boolean => duties.length === 0 && gaps.length === 0;

const send = async (deps: DeliverDigestDeps, digest: Digest, to: PersonId): Done => {
  // A machine that slept over its morning: the next one says what is due then.
  if (londonDate(deps.clock.now()) !== digest.on) return settled();
  const view = await drawDigest(deps, digest, 1, to);
  // Everything was done between its making and its leaving: there is nothing to say.
  if (isEmpty(view)) return settled();
  const sent = await deps.messenger.send({ person: to }, { kind: "digest", digest: view });
  if (sent.outcome === "later") return sent;
  const at = deps.clock.now();
  if (sent.outcome === "unreachable") return settled({ kind: "unreachable", at, where: to, why: sent.why });
  return settled({ kind: "sent", at, where: to, conversation: sent.conversation, activity: sent.activity });
};

/** Teams will not take it for them: their manager, or whoever covers for that one, sees what they owe. */
const pass = ({ directory, clock, log }: DeliverDigestDeps, digest: Digest): Settled<DigestFact> => {
  const at = clock.now();
  const next = managerFor(directory, digest.person, digest.to, at);
  if (next !== null) return settled({ kind: "passedOn", at, to: next });
  log.warn("a digest reaches nobody", { digest: digest.id });
  return settled();
};

const refresh = async (deps: DeliverDigestDeps, digest: Digest, copy: Digest["sent"][number]): Done => {
  const view = await drawDigest(deps, digest, 1, copy.where);
  const { where, conversation, activity } = copy;
  const message = { kind: "digest", digest: view } as const;
  const sent = await deps.messenger.update({ kind: "personal", where, conversation, activity }, message);
  return sent.outcome === "later" ? sent : settled();
};

const perform = (deps: DeliverDigestDeps, digest: Digest, due: DigestDue): Done => {
  switch (due.kind) {
    case "send":
      return send(deps, digest, due.to);
    case "pass":
      return Promise.resolve(pass(deps, digest));
    case "refresh":
      return refresh(deps, digest, due.copy);
  }
};

/** Sends what a digest owes by now. */
export const deliverDigest = (deps: DeliverDigestDeps, id: string): Promise<void> =>
  deliverKept(keptDigests(deps.records), id, deps.clock, ({ state }, due) => perform(deps, state, due));
