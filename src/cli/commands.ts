import type { ExitCode, Io } from "./io.ts";

export interface CommandModule {
  readonly run: (args: readonly string[], io: Io) => Promise<ExitCode>;
}

export interface Command {
  readonly name: string;
  readonly usage: string;
  /** What it does, in sentences for the help. */
  readonly does: string;
  /** Loaded only when it runs, so that each command starts with what it needs. */
  readonly load: () => Promise<CommandModule>;
}

/** The command line's contract: names and shapes change only with an entry in the changelog. */
export const commands: readonly Command[] = [
  {
    name: "policies",
    usage: "policies [--json]",
    does: "Lists the policies with id, title, source, dates in force, version, number of clauses.",
    load: () => import("./commands/policies.ts"),
  },
  {
    name: "clauses",
    usage: "clauses --policy ID [--council FILE] [--json]",
    does: "Lists every clause of a policy with its official words, clock, who is told and where the product shows it; with --council also whether that council uses it, and why not.",
    load: () => import("./commands/clauses.ts"),
  },
  {
    name: "check",
    usage: "check PATH…",
    does: "Checks policy and council files, or whole folders of them. One line for each fault: where, what is wrong, what to write instead.",
    load: () => import("./commands/check.ts"),
  },
  {
    name: "deadlines",
    usage: "deadlines < LINES",
    does: 'Says when clauses mature and are due. Reads JSON lines like { "clause": "W-N2K-06", "from": "2026-04-01T18:00" }; a time without an offset is London time.',
    load: () => import("./commands/deadlines.ts"),
  },
  {
    name: "notify",
    usage: "notify --policy ID < LINES",
    does: 'Says which clauses apply to what happened, and who must be told, how and by when. Reads JSON lines like { "event": "child-missing", "facts": { "asOf": "…", "missingSince": "…", "status": "cla" } }; "events" lists the facts.',
    load: () => import("./commands/notify.ts"),
  },
  {
    name: "events",
    usage: "events --policy ID [--json]",
    does: "Lists the events that a report can be about, with the typed facts that each asks for.",
    load: () => import("./commands/events.ts"),
  },
  {
    name: "suggest",
    usage: "suggest --policy ID < LINES",
    does: 'Says which clauses a text seems to be about, best first. Reads JSON lines like { "text": "13yo CLA missing since tea time" }.',
    load: () => import("./commands/suggest.ts"),
  },
  {
    name: "duties",
    usage: "duties --policy ID --cases FILE --as-of T [--council FILE]",
    does: 'Says what is owed on the cases of a caseload, worst first, as JSON lines like { "caseRef", "clause", "owedBy", "lastDone", "dueAt", "state" }. A time without an offset is London time.',
    load: () => import("./commands/duties.ts"),
  },
  {
    name: "compliance",
    usage: "compliance --policy ID [--store FILE] [--from DATE] [--to DATE] [--council FILE]",
    does: 'Says for quality assurance, by clause and team, which duties on the cases of the store were due within these days and how they have come out by now, as JSON lines like { "policy", "clause", "team", "due", "metOnTime", "metLate", "overdue", "ended" }. Without --policy it is about the clauses that the council uses. Nothing is judged before Watchful knew the case; "ended" was owed no more and is not counted in "due".',
    load: () => import("./commands/compliance.ts"),
  },
  {
    name: "import",
    usage: "import FILE [--part] [--store FILE] [--council FILE] [--json]",
    does: "Loads a caseload: CSV, a workbook (.xlsx) or Ofsted's Annex A. Says how many rows were read, stored, unchanged and refused, and writes the refused ones with their reasons to FILE.refused.csv. Cases that a whole caseload lists no more wait for a decision; with --part nobody has left.",
    load: () => import("./commands/import.ts"),
  },
  {
    name: "roster",
    usage: "roster FILE [--council FILE]",
    does: "Checks the roster (CSV) against the council's posts, and says which posts nobody holds.",
    load: () => import("./commands/roster.ts"),
  },
  {
    name: "audit verify",
    usage: "audit verify [--store FILE]",
    does: "Checks every record's hash chain and the daily seals, and names the first fault.",
    load: () => import("./commands/audit.ts"),
  },
  {
    name: "store check",
    usage: "store check [--store FILE]",
    does: "Opens the store, counts its records, and proves that every open report, cover and doubt has a next step.",
    load: () => import("./commands/store.ts"),
  },
  {
    name: "store backup",
    usage: "store backup FILE [--store FILE]",
    does: "Copies the store to a new file while the service runs. Everything that was confirmed when it began is in the copy, which is checked before it is kept.",
    load: () => import("./commands/store-backup.ts"),
  },
];
