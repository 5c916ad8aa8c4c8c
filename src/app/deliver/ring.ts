import type { PersonId } from "../../domain/people.ts";
import type { Copy } from "../../domain/report/facts.ts";
import type { Loaded } from "../report/document.ts";
import { viewFor } from "../report/view.ts";
import { settled, type DeliverDeps, type Performed } from "./performed.ts";

/** Shows the report again to somebody who asked for it. The sentence that says why follows, as of any fact. */
export const ring = async (deps: DeliverDeps, now: Loaded, to: PersonId): Promise<Performed> => {
  const sent = await deps.messenger.send({ person: to }, { kind: "telling", report: viewFor(deps, now, to) });
  if (sent.outcome === "later") return sent;
  const at = deps.clock.now();
  if (sent.outcome === "unreachable") return settled({ kind: "rung", at, to, copy: null });
  const { conversation, activity } = sent;
  const copy: Copy = { kind: "personal", where: to, conversation, activity };
  return { outcome: "settled", facts: [{ kind: "rung", at, to, copy }], shown: { [activity]: now.facts.length } };
};
