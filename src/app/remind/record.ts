import type { CaseEntry } from "../../domain/case/facts.ts";
import type { KeptCase } from "../../domain/case/fold.ts";
import type { RecordView } from "../../domain/case/view.ts";
import { mayOnCase } from "../../domain/case/permissions.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import { heardRecord, recordForm } from "../../rules/record/form.ts";
import { inWords } from "../../time/say.ts";
import { changeCase } from "../cases/change.ts";
import type { Acted, RecordAsked, RecordDoor, RecordOpened } from "../reminding.ts";
import type { RemindDeps } from "./deps.ts";
import { onCase, seen, wanted, type Wanted } from "./record-asked.ts";
import { formView } from "./record-form.ts";
import { nextOf, saveRecord } from "./record-save.ts";
import { recordView } from "./record-view.ts";
import { confirmedAt, isDone, recordsOf, stepsOf, type Recorded } from "./record-work.ts";
import { openSitting, readSitting, singleId } from "./sitting.ts";

/** The happening that it is to say that a record is in the case system (PS-14); null: none. */
const confirmedBy = ({ rulebook }: RemindDeps, { facts }: KeptCase, { happenings, at }: Recorded): string | null => {
  const [happening = ""] = happenings;
  return recordForm(rulebook, happening, facts, at)?.confirmedBy ?? null;
};

/** A record that somebody wrote and that only waits to be in the case system, where that is what the duty asks for. */
const waitingFor = (deps: RemindDeps, { now, duty, form }: Wanted): Recorded | undefined =>
  duty !== null && form.confirmedBy !== null && duty.metBy.includes(form.confirmedBy)
    ? recordsOf(now).findLast((one) => one.happenings.includes(form.happening) && confirmedAt(now, one.id) === null)
    : undefined;

const open = async (deps: RemindDeps, asked: RecordAsked, by: PersonId): Promise<RecordOpened> => {
  const asOf = deps.clock.now();
  const one = await seen(deps, asked, by, "record", asOf);
  if ("outcome" in one) return one;
  const want = wanted(deps, one, asked, asOf);
  if ("outcome" in want) return want;
  const there = waitingFor(deps, want);
  if (there !== undefined) {
    const why = "This record is written. When it is in the case system, say so here.";
    return { outcome: "written", why, view: recordView(deps, one.now, there, true) };
  }
  const id = asked.sitting ?? singleId(by, one.now.ref, want.form.happening);
  const sitting = await readSitting(deps.records, id, by);
  const before = recordsOf(one.now).find((record) => record.id === sitting?.written[one.now.ref]);
  if (asked.sitting !== null && before !== undefined)
    return { outcome: "written", why: "This one is written already.", view: recordView(deps, one.now, before, true) };
  const typed = sitting?.typed[one.now.ref] ?? null;
  const view = await formView(deps, { wanted: want, asked, by, asOf, typed, refusals: {}, sitting });
  if (asked.duty === null || one.duty !== null) return { outcome: "done", view };
  return { outcome: "late", why: "What this was for has been met. You can still write a record.", view };
};

/** Adds to one record what somebody said of it, once. `facts` is empty when it was said before. */
const amend = async (
  deps: RemindDeps,
  ref: string,
  by: PersonId,
  find: (now: KeptCase) => Recorded | undefined,
  facts: (now: KeptCase, record: Recorded, at: Instant) => readonly CaseEntry[],
  late: (now: KeptCase, record: Recorded, at: Instant) => string,
): Promise<Acted<RecordView>> => {
  const at = deps.clock.now();
  const one = await seen(deps, onCase(ref), by, "confirm", at);
  if ("outcome" in one) return one;
  const decide = (now: KeptCase): readonly CaseEntry[] => {
    const record = find(now);
    return record === undefined ? [] : facts(now, record, at);
  };
  const changed = await changeCase(deps, one.now.ref, { kind: "work", decide }, at);
  const now = changed.outcome === "unknown" ? one.now : changed.now.state;
  const record = find(now);
  if (record === undefined)
    return { outcome: "refused", why: "There is no such record on this case. Open the case again." };
  const view = recordView(deps, now, record, true);
  if (changed.outcome === "unchanged") return { outcome: "late", why: late(now, record, at), view };
  deps.nudge();
  return { outcome: "done", view };
};

const confirm = (deps: RemindDeps, ref: string, record: string, by: PersonId): Promise<Acted<RecordView>> =>
  amend(
    deps,
    ref,
    by,
    (now) => recordsOf(now).find(({ id }) => id === record),
    (now, found, at) => {
      if (confirmedAt(now, found.id) !== null) return [];
      const happening = confirmedBy(deps, now, found);
      const id = `confirmed:${found.id}`;
      return [
        { kind: "confirmed", at, record: found.id, by },
        ...(happening === null
          ? []
          : [{ kind: "happened", at, happened: { id, happening, on: at, dateOnly: false, facts: {}, by } } as const]),
      ];
    },
    (now, found, at) => {
      const said = now.work.find((fact) => fact.kind === "confirmed" && fact.record === found.id);
      const who = said?.kind === "confirmed" ? (deps.directory.person(said.by)?.name ?? said.by) : "Somebody";
      return `${who} said so ${inWords(said?.at ?? at, at)}.`;
    },
  );

const stepDone = (deps: RemindDeps, ref: string, step: string, by: PersonId): Promise<Acted<RecordView>> =>
  amend(
    deps,
    ref,
    by,
    (now) => recordsOf(now).find(({ actions }) => actions.some(({ id }) => id === step)),
    (now, _record, at) =>
      isDone(now, step) || !stepsOf(now).some(({ id }) => id === step) ? [] : [{ kind: "stepDone", at, step, by }],
    () => "That action was done already.",
  );

const read = async (deps: RemindDeps, ref: string, record: string, by: PersonId): Promise<Acted<RecordView>> => {
  const one = await seen(deps, onCase(ref), by, "see", deps.clock.now());
  if ("outcome" in one) return one;
  const found = recordsOf(one.now).find(({ id }) => id === record);
  return found === undefined
    ? { outcome: "refused", why: "There is no such record on this case. Open the case again." }
    : { outcome: "done", view: recordView(deps, one.now, found, mayOnCase(one.roles, "confirm", one.state)) };
};

/** "supervision AMB-1042": the words before the reference, which has digits; without one it is empty. */
const heard = ({ rulebook }: RemindDeps, text: string): RecordAsked | null => {
  const said = /^(.+?)(?:(?: (?:for|on|of))? ([a-z]{2,6}-?\d{3,10}))?$/i.exec(text.trim().replace(/\s+/g, " "));
  const happening = said === null ? null : heardRecord(rulebook, said[1] ?? "");
  if (said === null || happening === null) return null;
  const caseRef = (said[2] ?? "").toUpperCase();
  return { caseRef, duty: null, happening, circumstance: null, sitting: null };
};

/** Records of supervision and of management oversight, for the doors. */
export const createRecording = (deps: RemindDeps): RecordDoor => ({
  form: (asked, by) => open(deps, asked, by),
  save: (asked, typed, by) => saveRecord(deps, asked, typed, by),
  read: (ref, record, by) => read(deps, ref, record, by),
  confirm: (ref, record, by) => confirm(deps, ref, record, by),
  stepDone: (ref, step, by) => stepDone(deps, ref, step, by),
  heard: (text) => heard(deps, text),
  unfinished: async (by) => nextOf(await openSitting(deps.records, by)),
});
