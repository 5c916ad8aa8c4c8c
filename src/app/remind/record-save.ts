import { createHash } from "node:crypto";
import type { CaseEntry } from "../../domain/case/facts.ts";
import type { KeptCase } from "../../domain/case/fold.ts";
import type { Instant, LondonDate } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { WrittenAction } from "../../rules/record/types.ts";
import { atLondon } from "../../time/london.ts";
import { inWords } from "../../time/say.ts";
import { changeCase } from "../cases/change.ts";
import type { RecordAsked, RecordSaved, RecordTyped } from "../reminding.ts";
import { onCase, seen, wanted, type Wanted } from "./record-asked.ts";
import type { RemindDeps } from "./deps.ts";
import { formView } from "./record-form.ts";
import { chosen, inputOf, readTyped, type Read } from "./record-typed.ts";
import { recordView } from "./record-view.ts";
import { openSteps, recordsOf } from "./record-work.ts";
import { changeSitting, readSitting, singleId, sittingId, waiting, type Sitting } from "./sitting.ts";

/** The same words on the same case by the same person are the same record, however often they are sent. */
const idOf = (by: PersonId, ref: string, happening: string, typed: RecordTyped): string => {
  const words = Object.entries(typed)
    .flatMap(([name, text]) => (name === inputOf.others || text.trim() === "" ? [] : [[name, text.trim()] as const]))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([by, ref, happening, words]);
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
};

type Taken = Extract<Read, { outcome: "taken" }>;

/** One save, as far as its facts need it. */
interface Saving {
  readonly id: string;
  readonly by: PersonId;
  readonly at: Instant;
  readonly sitting: string | null;
  readonly happening: string;
  readonly circumstance: string | null;
  readonly ticked: readonly string[];
}

const stepsFrom = (
  id: string,
  actions: Taken["record"]["actions"],
): readonly (Omit<WrittenAction, "by"> & { id: string; by: LondonDate })[] =>
  actions.map((action, index) => ({ id: `${id}.${String(index + 1)}`, ...action }));

/** The record, what it is the happening of, and the earlier actions that are done. Nothing when it is there already. */
const entriesFor =
  (saving: Saving, { on, record }: Taken) =>
  (now: KeptCase): readonly CaseEntry[] => {
    const { id, by, at, sitting, happening, circumstance, ticked } = saving;
    if (recordsOf(now).some((one) => one.id === id)) return [];
    const open = openSteps(now).map((step) => step.id);
    const done = open.filter((step) => ticked.includes(step));
    return [
      {
        ...{ kind: "recorded", at, id, by, sitting, happenings: [happening], circumstance, on },
        headings: { ...record.headings },
        actions: [...stepsFrom(id, record.actions)],
        carried: open.filter((step) => !done.includes(step)),
      },
      {
        kind: "happened",
        at,
        happened: {
          id: `record:${id}:${happening}`,
          happening,
          on: atLondon(on, "00:00"),
          dateOnly: true,
          facts: {},
          by,
        },
      },
      ...done.map((step) => ({ kind: "stepDone", at, step, by }) as const),
    ];
  };

/** The form as it is kept between two presses. */
const beginning = (id: string, by: PersonId, at: Instant, happening: string, refs: readonly string[]): Sitting => ({
  ...{ id, by, at, happening, refs: [...refs] },
  ...{ written: {}, typed: {}, warned: {} },
});

const without = <T>(all: Readonly<Record<string, T>>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([other]) => other !== name));

/** Keeps what was typed and not taken, so that it is there when the form is opened again, whatever becomes of the card. */
const keepTyped = (
  deps: RemindDeps,
  sitting: Sitting,
  ref: string,
  typed: RecordTyped,
  warned: RecordTyped,
): Promise<Sitting> =>
  changeSitting(deps.records, sitting, (now) => ({
    ...now,
    typed: { ...now.typed, [ref]: { ...typed } },
    warned: { ...now.warned, [ref]: { ...warned } },
  }));

const written = (deps: RemindDeps, sitting: Sitting, ref: string, record: string): Promise<Sitting> =>
  changeSitting(deps.records, sitting, (now) => ({
    ...now,
    written: { ...now.written, [ref]: record },
    typed: without(now.typed, ref),
    warned: without(now.warned, ref),
  }));

/** The form of the next child of a sitting, or null when all are written. */
export const nextOf = (sitting: Sitting | undefined): RecordAsked | null => {
  const [ref] = sitting === undefined ? [] : waiting(sitting);
  if (sitting === undefined || ref === undefined) return null;
  return { caseRef: ref, duty: null, happening: sitting.happening, circumstance: null, sitting: sitting.id };
};

/** Only children whom the form offered, or that a sitting is about: a reference is no right. */
const allowed = async (
  deps: RemindDeps,
  refs: readonly string[],
  happening: string,
  by: PersonId,
  asOf: Instant,
): Promise<string[]> => {
  const all = await Promise.all(refs.map((ref) => seen(deps, onCase(ref, happening), by, "record", asOf)));
  return all.flatMap((one) => ("outcome" in one ? [] : [one.now.ref]));
};

/** The sitting in which a record stands: the one that was asked for, a new one when other children were chosen, or none. */
const sittingFor = async (
  deps: RemindDeps,
  { now, form }: Wanted,
  asked: RecordAsked,
  typed: RecordTyped,
  { by, at, id }: { by: PersonId; at: Instant; id: string },
): Promise<Sitting | undefined> => {
  if (asked.sitting !== null) return readSitting(deps.records, asked.sitting, by);
  const others = chosen(typed, inputOf.others).filter((ref) => ref.toUpperCase() !== now.ref);
  const refs = [...new Set(await allowed(deps, others, form.happening, by, at))];
  return refs.length === 0 ? undefined : beginning(sittingId(by, id), by, at, form.happening, [now.ref, ...refs]);
};

/** Saves a record, or says what is at fault. Durable once it resolves; the case is due anew by what its duties then are. */
export const saveRecord = async (
  deps: RemindDeps,
  asked: RecordAsked,
  typed: RecordTyped,
  by: PersonId,
): Promise<RecordSaved> => {
  const at = deps.clock.now();
  const one = await seen(deps, asked, by, "record", at);
  if ("outcome" in one) return one;
  const want = wanted(deps, one, asked, at);
  if ("outcome" in want) return want;
  const { now, form } = want;
  const single = beginning(singleId(by, now.ref, form.happening), by, at, form.happening, [now.ref]);
  const draft = (await readSitting(deps.records, asked.sitting ?? single.id, by)) ?? single;
  const open = openSteps(now).map(({ id }) => id);
  const ticked = chosen(typed, inputOf.stepsDone);
  const warned = draft.warned[now.ref] ?? {};
  const carried = open.filter((id) => !ticked.includes(id)).length;
  const read = readTyped(form, typed, { carried, warned, asOf: at, calendar: deps.calendar });
  if (read.outcome === "taken") return keep(deps, want, { asked, typed, by, at, draft, ticked, read });
  const sitting = await keepTyped(deps, draft, now.ref, typed, read.warned);
  const view = await formView(deps, { wanted: want, asked, by, asOf: at, typed, refusals: read.refusals, sitting });
  return { outcome: "unclear", why: "This is not saved yet. What you wrote is still here.", view };
};

interface Sent {
  readonly asked: RecordAsked;
  readonly typed: RecordTyped;
  readonly by: PersonId;
  readonly at: Instant;
  readonly draft: Sitting;
  readonly ticked: readonly string[];
  readonly read: Taken;
}

/** The record first, in one commit; then where its sitting stands. Cut short between the two, the same press completes it. */
const keep = async (deps: RemindDeps, want: Wanted, sent: Sent): Promise<RecordSaved> => {
  const { asked, typed, by, at, draft, ticked, read } = sent;
  const { now, form, circumstance } = want;
  const id = idOf(by, now.ref, form.happening, typed);
  const several = await sittingFor(deps, want, asked, typed, { by, at, id });
  const saving = { id, by, at, sitting: several?.id ?? null, happening: form.happening, circumstance, ticked };
  const changed = await changeCase(deps, now.ref, { kind: "work", decide: entriesFor(saving, read) }, at);
  if (changed.outcome === "unknown") throw new Error(`Case ${now.ref} was there and is gone: check the store.`);
  deps.nudge();
  const sitting = several === undefined ? undefined : await written(deps, several, now.ref, id);
  if (draft.id !== several?.id && draft.typed[now.ref] !== undefined) await written(deps, draft, now.ref, id);
  return saved(deps, changed.now.state, id, changed.outcome === "unchanged", nextOf(sitting), at);
};

const saved = (
  deps: RemindDeps,
  now: KeptCase,
  id: string,
  before: boolean,
  next: RecordAsked | null,
  asOf: Instant,
): RecordSaved => {
  const record = recordsOf(now).find((one) => one.id === id);
  if (record === undefined) throw new Error(`Record ${id} of ${now.ref} was written and is not there.`);
  const view = recordView(deps, now, record, true);
  if (!before) return { outcome: "done", view, next };
  return { outcome: "late", why: `You saved this ${inWords(record.at, asOf)}.`, view, next };
};
