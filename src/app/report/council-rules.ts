import { assess, tryAssess } from "../../rules/assess.ts";
import { judgementOn, passesLineManager } from "../../rules/judgement.ts";
import { toldFrom } from "../../rules/moments.ts";
import { clause, eventsOf, questionsFor, type Rulebook } from "../../rules/rulebook.ts";
import type { Suggester } from "../../rules/suggest.ts";
import type { Rules } from "./rules.ts";

/** A council's composed rulebook, as the use cases ask it. Build once: events and policies are worked out here. */
export const councilRules = (rulebook: Rulebook, suggest: Suggester): Rules => {
  const events = eventsOf(rulebook);
  const policies = rulebook.policies.map(({ id, version }) => ({ id, version }));
  const titles = new Map(rulebook.policies.map(({ id, title }) => [id, title]));
  return {
    events: () => events,
    questions: (event) => questionsFor(rulebook, event),
    assess: (happening, asOf) => assess(rulebook, happening, asOf),
    missing: (happening, asOf) => {
      const tried = tryAssess(rulebook, happening, asOf);
      return tried.outcome === "unanswered" ? tried.questions : [];
    },
    onDecision: (ids, asOf) => toldFrom(rulebook, "decidedAt", ids, asOf),
    judgement: (post, ids, asOf) => judgementOn(rulebook, post, ids, asOf),
    passesLineManager: (ids, asOf) => passesLineManager(rulebook, ids, asOf),
    clause: (id) => {
      const found = clause(rulebook, id);
      if (found === undefined) return undefined;
      const { title, words, policy, houseRule } = found;
      return { title, words, policy: titles.get(policy) ?? policy, houseRule: houseRule ?? null };
    },
    happens: (event) =>
      Object.entries(rulebook.vocabulary.happenings).flatMap(([id, { title, byReport }]) =>
        byReport === "any" || byReport?.includes(event) === true ? [{ id, title }] : [],
      ),
    suggest,
    policies: () => policies,
  };
};
