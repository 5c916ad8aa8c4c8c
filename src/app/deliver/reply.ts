import type { ChannelNews } from "../../domain/report/replies.ts";
import type { Intent } from "../../domain/report/owed.ts";
import { inWords } from "../../time/say.ts";
import type { Loaded } from "../report/document.ts";
import { categoryOf } from "../report/view.ts";
import type { DeliverDeps, Performed } from "./performed.ts";

const leads = { updated: "Update on", briefed: "More details on" } as const satisfies Record<
  ChannelNews["kind"],
  string
>;

/** Reference and category, never what was written: a channel may be read by the whole room. */
const wordsFor = (deps: DeliverDeps, { report }: Loaded, { kind, at }: ChannelNews): string =>
  `${leads[kind]} ${report.ref} (${categoryOf(deps, report.event)}), ${inWords(at, deps.clock.now())}: open it to read.`;

/**
 * Says under a channel's card that there is news. When the card is gone, it is said in the channel itself; when the channel
 * will not take that either, it is kept that nobody there heard.
 */
export const reply = async (
  deps: DeliverDeps,
  now: Loaded,
  { copy, about }: Extract<Intent, { kind: "reply" }>,
): Promise<Performed> => {
  const message = { kind: "word", text: wordsFor(deps, now, about) } as const;
  const under = await deps.messenger.reply(copy, message);
  const sent = under.outcome === "unreachable" ? await deps.messenger.send({ channel: copy.where }, message) : under;
  if (sent.outcome === "later") return sent;
  if (sent.outcome === "accepted") return { outcome: "settled", facts: [], said: true };
  const at = deps.clock.now();
  return {
    outcome: "settled",
    facts: [{ kind: "unheard", at, to: copy.where, about: about.kind, why: sent.why }],
    said: true,
  };
};
