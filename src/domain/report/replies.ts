import type { FactOf, ReportFact } from "./facts.ts";
import type { Intent, Progress } from "./intents.ts";
import type { KnownCopy, Report } from "./state.ts";

/** What is said under a channel's card as well, because a card that is only updated notifies nobody. */
export type ChannelNews = FactOf<"updated" | "briefed">;

const isNews = (fact: ReportFact): fact is ChannelNews => fact.kind === "updated" || fact.kind === "briefed";

/** About half an hour of failed tries. What Teams will not take must not silence everything after it. */
const holdsUpOthers = 12;

/** The place of the fact that says a card was posted; what came before it, the card showed from the start. */
const postedAt = (facts: readonly ReportFact[], { activity, conversation }: KnownCopy): number =>
  facts.findIndex(
    (fact) => fact.kind === "told" && fact.copy.activity === activity && fact.copy.conversation === conversation,
  );

const under = (copy: KnownCopy, facts: readonly ReportFact[], { said, tries }: Progress): Intent[] => {
  const posted = postedAt(facts, copy);
  const unsaid = facts
    .flatMap((about, index) =>
      index > posted && isNews(about)
        ? [{ kind: "reply", key: `reply:${String(index)}:${copy.activity}`, leaveAt: about.at, copy, about } as const]
        : [],
    )
    .filter(({ key }) => !said.includes(key));
  const holding = unsaid.findIndex(({ key }) => (tries[key]?.count ?? 0) < holdsUpOthers);
  return holding === -1 ? unsaid : unsaid.slice(0, holding + 1);
};

/** Updates go under the card of each channel that has one, in their order: one waits until the one before it was taken. */
export const replies = (report: Report, facts: readonly ReportFact[], progress: Progress): Intent[] =>
  report.copies.filter(({ kind }) => kind === "channel").flatMap((copy) => under(copy, facts, progress));
