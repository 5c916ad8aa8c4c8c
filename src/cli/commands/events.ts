import type { EventDefinition, Question } from "../../domain/vocabulary.ts";
import { anchorsOf, clausesOn, eventsOf, questionsFor } from "../../rules/rulebook.ts";
import type { Rulebook } from "../../rules/rulebook.ts";
import { exitCodes, say, sayJson, Stopped } from "../io.ts";
import type { ExitCode, Io } from "../io.ts";
import { options } from "../options.ts";
import { rulebookFor } from "../rules.ts";

export const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const given = options(args, ["json", "policy", "policies"], "no-paths");
  if (given.policy === undefined) throw new Stopped("usage", 'Name a policy with --policy; "policies" lists them.');
  const rulebook = rulebookFor(io, given);
  const events = eventsOf(rulebook).map((event) => described(rulebook, event));
  if (given.json === true) await sayJson(io, events);
  else
    for (const { id, title, facts } of events)
      await say(io.stdout, `${id}: ${title} (${facts.map(({ name }) => name).join(", ")})`);
  return exitCodes.done;
};

const described = (rulebook: Rulebook, { id, title, group }: EventDefinition & { readonly id: string }) => ({
  id,
  title,
  group,
  clauses: clausesOn(rulebook, id).map((clause) => clause.id),
  facts: questionsFor(rulebook, id).map((question) => fact(rulebook, id, question)),
});

const fact = (rulebook: Rulebook, event: string, { name, type, asks, options: choices, assume, later }: Question) => ({
  name,
  type,
  asks,
  ...(choices === undefined ? {} : { options: choices }),
  required: assume === undefined && later === undefined,
  ...(assume === undefined ? {} : { assume }),
  anchorOf: clausesOn(rulebook, event)
    .filter((clause) => anchorsOf(clause, event).includes(name))
    .map((clause) => clause.id),
});
