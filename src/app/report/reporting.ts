import { reportRefPattern } from "../../domain/ids.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Promised } from "../../domain/report/decide-update.ts";
import type { Briefing } from "../../domain/report/facts.ts";
import { mayReport, reportRefusals } from "../../domain/permissions.ts";
import { readWhen } from "../../time/read.ts";
import type { Answered, ReportGuide, Reporting } from "../reporting.ts";
import type { ReportDeps } from "./deps.ts";
import { everyReport, parseReport, readReport, type Loaded } from "./document.ts";
import { draftsOf } from "./drafts.ts";
import { tellingsFor } from "./tellings.ts";
import { nextUpdate } from "./updates.ts";
import { assessDraft, previewOf } from "./preview.ts";
import { madeOf } from "./made.ts";
import { remind } from "./remind.ts";
import { respond } from "./respond.ts";
import { confirm, join } from "./send.ts";
import { channelViewOf, lineOf, rolesFor, viewFor } from "./view.ts";
import { end } from "./watching.ts";
import { heardEndOf } from "./heard.ts";

/** How many of a person's reports "my reports" shows: the newest. */
const shownOfMine = 20;

const contactOf = ({ directory }: ReportDeps, by: PersonId): string => {
  const person = directory.person(by);
  return person === undefined ? by : [person.name, person.telephone ?? person.id].join(", ");
};

const guideOf = (deps: ReportDeps): ReportGuide => ({
  suggest: (text) => deps.rules.suggest(text),
  events: () => deps.rules.events(),
  questions: (event) => deps.rules.questions(event),
  preview: (draft, asOf) => previewOf(deps, draft, asOf),
  contact: (by) => contactOf(deps, by),
  people: () => deps.directory.people(),
  briefingOwed: (draft, asOf) => assessDraft(deps, draft, asOf)?.briefing ?? false,
});

const byIdOrRef = async ({ records }: ReportDeps, idOrRef: string): Promise<Loaded | undefined> => {
  const ref = reportRefPattern.exec(idOrRef)?.[0].toUpperCase();
  if (ref === undefined) return readReport(records, idOrRef);
  const [stored] = await records.find("report", `ref:${ref}`, { limit: 1 });
  return stored === undefined ? undefined : parseReport(stored);
};

const see = async (deps: ReportDeps, idOrRef: string, by: PersonId): Promise<Answered> => {
  const found = await byIdOrRef(deps, idOrRef);
  if (found === undefined || !mayReport(rolesFor(deps, found.report, by), "see", found.report.state))
    return { outcome: "refused", why: reportRefusals.see };
  return { outcome: "done", report: viewFor(deps, found, by) };
};

/** What came of a person's own draft. */
const made = async (deps: ReportDeps, id: string, by: PersonId) => {
  const draft = await draftsOf(deps).draft(id, by);
  const found = draft && (await madeOf(deps, draft));
  return found && mayReport(rolesFor(deps, found.report, by), "see", found.report.state)
    ? viewFor(deps, found, by)
    : undefined;
};

const mine = async (deps: ReportDeps, by: PersonId) => {
  const all = await everyReport(deps.records, `person:${by}`);
  return all
    .toSorted((a, b) => b.report.at - a.report.at)
    .slice(0, shownOfMine)
    .map((each) => lineOf(deps, each));
};

/** When a call was made, as typed; an empty answer means now, an unreadable one is refused by the caller. */
const call = async (
  deps: ReportDeps,
  id: string,
  by: PersonId,
  spokeTo: string,
  calledAt: string,
): Promise<Answered> => {
  const asOf = deps.clock.now();
  const read = calledAt.trim() === "" ? { ok: true as const, at: asOf } : readWhen(calledAt, asOf);
  if (read.ok) return respond(deps, id, { do: "call", by, spokeTo: spokeTo.trim(), calledAt: read.at });
  const seen = await see(deps, id, by);
  return seen.outcome === "done"
    ? { ...seen, outcome: "unclear", why: "I couldn't read that as a date and time. Try: today 4.15pm." }
    : seen;
};

/** What a yes owes is asked of the policy that asked for the decision, not known here. */
const decideWhether = async (
  deps: ReportDeps,
  id: string,
  by: PersonId,
  brief: boolean,
  reason: string,
): Promise<Answered> => {
  const report = (await readReport(deps.records, id))?.report;
  const policies = new Set(report?.clauses.map(({ policy }) => policy));
  const tellings = tellingsFor(
    { clauses: deps.rules.onDecision([...policies], deps.clock.now()) },
    (report?.tellings.length ?? 0) + 1,
  );
  return respond(deps, id, { do: "decide", by, brief, reason, tellings });
};

/** A date that a briefing gives for its next update starts a clock (LCP-P3d); one that cannot be read leaves things as they are. */
const promiseIn = (deps: ReportDeps, briefing: Briefing): Promised | null => {
  const said = nextUpdate(deps, briefing.updateExpected ?? "", deps.clock.now());
  return said === "unclear" ? null : said;
};

/** The use cases of "report", built once in the composition root. */
export const createReporting = (deps: ReportDeps): Reporting => ({
  guide: guideOf(deps),
  ...draftsOf(deps),
  confirm: (draft, by, shown = null, anyway = false) => confirm(deps, draft, by, shown, anyway),
  join: (id, draft, by, shown = null) => join(deps, id, draft, by, shown),
  made: (draft, by) => made(deps, draft, by),
  see: (idOrRef, by) => see(deps, idOrRef, by),
  mine: (by) => mine(deps, by),
  refresh: (id, by) => respond(deps, id, { do: "refresh", by }),
  acknowledge: (id, by) => respond(deps, id, { do: "acknowledge", by }),
  ask: (id, by, question) => respond(deps, id, { do: "ask", by, question: question.trim() }),
  answer: (id, by, text) => respond(deps, id, { do: "answer", by, text: text.trim() }),
  call: (id, by, spokeTo, calledAt) => call(deps, id, by, spokeTo, calledAt),
  brief: (id, by, briefing) => respond(deps, id, { do: "brief", by, briefing, promise: promiseIn(deps, briefing) }),
  update: (id, by, text, next) =>
    respond(deps, id, { do: "update", by, text: text.trim(), next: nextUpdate(deps, next, deps.clock.now()) }),
  amend: (id, by, briefing) => respond(deps, id, { do: "amend", by, briefing }),
  approve: (id, by) => respond(deps, id, { do: "approve", by }),
  sendBack: (id, by, comment) => respond(deps, id, { do: "return", by, comment: comment.trim() }),
  decide: (id, by, brief, reason) => decideWhether(deps, id, by, brief, reason.trim()),
  judge: (id, by, raise, reason) => respond(deps, id, { do: "judge", by, raise, reason: reason.trim() }),
  remind: (id, by, choice, typed) => remind(deps, id, by, choice, typed.trim()),
  persist: (id, by) => respond(deps, id, { do: "persist", by }),
  end: (id, by, when) => end(deps, id, by, when),
  heardEnd: heardEndOf(deps),
  close: (id, by, reason) => respond(deps, id, { do: "close", by, reason: reason.trim() }),
  channel: async (id) => {
    const found = await readReport(deps.records, id);
    return found === undefined ? undefined : channelViewOf(deps, found);
  },
});
