import { fileAt } from "../../adapters/caseload/file.ts";
import { readCaseload } from "../../adapters/caseload/read.ts";
import { isThere } from "../../adapters/files/policies.ts";
import type { CaseRow } from "../../app/ports/caseload.ts";
import type { Case } from "../../domain/case/case.ts";
import { toIso } from "../../domain/instants.ts";
import type { Instant } from "../../domain/instants.ts";
import { dutiesOr } from "../../rules/duty/duties.ts";
import type { Duty } from "../../rules/duty/types.ts";
import { readInstant } from "../../rules/engine/instants.ts";
import type { Rulebook } from "../../rules/rulebook.ts";
import { atLondon, londonDate } from "../../time/london.ts";
import { exitCodes, say, Stopped } from "../io.ts";
import type { ExitCode, Io } from "../io.ts";
import { fromHere, options } from "../options.ts";
import type { Options } from "../options.ts";
import { loadedPolicies, policyNamed, rulebookFor } from "../rules.ts";

export const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const given = options(args, ["policies", "council", "policy", "cases", "as-of"], "no-paths");
  if (given.policy === undefined) policyNamed(loadedPolicies(io, given).policies, undefined);
  const asOf = asOfIn(given);
  const rulebook = rulebookFor(io, given);
  const faults: string[] = [];
  const cases = await casesIn(io, given, rulebook, faults);
  const owed = dutiesOr(rulebook, cases, asOf, (whose, { message }) => faults.push(`${whose}: ${message}`));
  for (const duty of owed) await say(io.stdout, JSON.stringify(line(duty)));
  for (const fault of faults) await say(io.stderr, fault);
  return faults.length === 0 ? exitCodes.done : exitCodes.input;
};

const asOfIn = ({ "as-of": text }: Options): Instant => {
  const asOf = text === undefined ? undefined : readInstant(text);
  if (asOf !== undefined) return asOf;
  const said = text === undefined ? "Say when" : `${text} is not a date and time`;
  throw new Stopped("usage", `${said}: write --as-of 2026-04-01T18:00, London time, or with an offset.`);
};

/** Every case of the file that could be read; why others could not goes to `faults`. */
const casesIn = async (
  io: Io,
  { cases: named }: Options,
  { vocabulary }: Rulebook,
  faults: string[],
): Promise<readonly Case[]> => {
  if (named === undefined) throw new Stopped("usage", "Name a caseload: --cases FILE.");
  const path = fromHere(io, named);
  if (!isThere(path)) throw new Stopped("usage", `There is no file ${named}: name a caseload with --cases.`);
  const caseload = await readCaseload(fileAt(path), { vocabulary });
  if (caseload.outcome === "refused") throw new Stopped("input", caseload.why);
  const found: Case[] = [];
  for await (const page of caseload.rows)
    for (const row of page)
      if (row.kind === "case") found.push(caseOf(row));
      else faults.push(`${caseload.source}, row ${String(row.place.row)}: ${row.why}`);
  return found;
};

const caseOf = ({ ref, facts, happened }: CaseRow): Case => ({
  ref,
  facts,
  happened: happened.map(({ happening, on, facts: own }, index) => ({
    id: `caseload:${String(index)}`,
    happening,
    on: atLondon(on, "00:00"),
    dateOnly: true,
    facts: own,
    by: null,
  })),
  standing: [],
});

const line = ({ caseRef, clause, owedBy, lastDone, dueAt, state }: Duty) => ({
  caseRef,
  clause,
  owedBy: owedBy[0] ?? null,
  lastDone: lastDone === null ? null : londonDate(lastDone),
  dueAt: dueAt === null ? null : toIso(dueAt),
  state,
});
