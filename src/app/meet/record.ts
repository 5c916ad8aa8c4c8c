import type { Instant } from "../../domain/instants.ts";
import type { MeetingRecord } from "../../domain/meeting/facts.ts";
import { keyOf } from "../../domain/meeting/meeting.ts";
import { mayMeet, meetingRefusals } from "../../domain/meeting/permissions.ts";
import type { MeetingForms, MeetingHeadingView } from "../../domain/meeting/shown.ts";
import type { Meeting } from "../../domain/meeting/state.ts";
import type { PersonId } from "../../domain/people.ts";
import { checkMeetingRecord, meetingRecordForm, type MeetingRefusal } from "../../rules/meeting/record.ts";
import type { RecordForm } from "../../rules/record/types.ts";
import type { MeetingTyped, RecordAnswer } from "../meeting.ts";
import { decideOn, findMeeting, personalIn, refused, shown, type Found } from "./act.ts";
import type { MeetWorld } from "./deps.ts";
import { nameOf } from "./view.ts";

/** Headings on one card, so that even a long record fits. */
const toACard = 5;
const longest = 3000;
const actionRows = 4;

const inputs = {
  heading: (id: string): string => `h.${id}`,
  attended: "attended",
  others: "others",
  section47: "section47",
};
const rows = Array.from({ length: actionRows }, (_, index) => index + 1);

const formOf = (world: MeetWorld, { now: { state }, one }: Found): RecordForm | null =>
  meetingRecordForm(world.rulebook, state.of, one?.facts ?? {}, state.at);

const partsOf = (form: RecordForm | null): number => Math.ceil((form?.headings.length ?? 0) / toACard) + 1;

const blank: MeetingRecord = { headings: {}, actions: [], attended: [], section47: null };

type Refusals = Readonly<Record<string, string>>;

const refusalsBy = (refusals: readonly MeetingRefusal[]): Refusals =>
  Object.fromEntries(
    refusals.map(({ at, why, clause }) => [placeOf(at), clause === null ? why : `${why} (${clause})`]),
  );

const placeOf = (at: MeetingRefusal["at"]): string => {
  if ("heading" in at) return inputs.heading(at.heading);
  if ("action" in at) return `${at.part}${String(at.action)}`;
  return "actions" in at ? "what1" : at.part;
};

const headingViews = (
  form: RecordForm | null,
  part: number,
  record: MeetingRecord,
  refusals: Refusals,
): readonly MeetingHeadingView[] =>
  (form?.headings ?? []).slice((part - 1) * toACard, part * toACard).map(({ id, title, under, clause, optional }) => ({
    ...{ name: inputs.heading(id), title, under, clause, optional },
    value: record.headings[id] ?? "",
    refusal: refusals[inputs.heading(id)] ?? null,
  }));

const partiesIn = (world: MeetWorld, { chair, attendees }: Meeting) => [
  { value: chair, name: nameOf(world, chair) },
  ...attendees
    .filter((each) => keyOf(each) !== chair)
    .map((each) => ({ value: keyOf(each), name: each.kind === "person" ? nameOf(world, each.id) : each.name })),
];

/** What is wanting on other cards than this one, by its heading. */
const wantingOn = (form: RecordForm | null, part: number, parts: number, refusals: Refusals): readonly string[] => {
  if (part !== parts) return [];
  return (form?.headings ?? []).flatMap(({ id, title }) => {
    const why = refusals[inputs.heading(id)];
    return why === undefined ? [] : [`${title}: ${why}`];
  });
};

const formView = (
  world: MeetWorld,
  found: Found,
  by: PersonId,
  part: number,
  record: MeetingRecord,
  refusals: Refusals = {},
): MeetingForms => {
  const form = formOf(world, found);
  const parts = partsOf(form);
  const people = partiesIn(world, found.now.state);
  const known = people.map(({ value }) => value);
  const last = {
    people,
    attended: record.attended.filter((each) => known.includes(each)),
    others: record.attended.filter((each) => !known.includes(each)).join(", "),
    section47: record.section47,
    actions: rows.map((row) => record.actions[row - 1] ?? { what: "", who: "", by: "" }),
    refusals,
  };
  return {
    ...{ meeting: shown(world, found, by).view, part, parts },
    headings: headingViews(form, part, record, refusals),
    last: part === parts ? last : null,
    wanting: wantingOn(form, part, parts, refusals),
  };
};

const listOf = (text: string): readonly string[] =>
  text
    .split(/[,;\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== "");

const textOf = (typed: MeetingTyped, name: string): string => (typed[name] ?? "").trim().slice(0, longest);

/** What was typed on one card, put into what was kept before: what another card asks stays as it was. */
const merged = (before: MeetingRecord, form: RecordForm | null, part: number, typed: MeetingTyped): MeetingRecord => {
  const here = (form?.headings ?? []).slice((part - 1) * toACard, part * toACard);
  const written = here.filter(({ id }) => Object.hasOwn(typed, inputs.heading(id)));
  const headings = {
    ...before.headings,
    ...Object.fromEntries(written.map(({ id }) => [id, textOf(typed, inputs.heading(id))])),
  };
  if (part !== partsOf(form)) return { ...before, headings };
  const decided = typed[inputs.section47];
  return {
    headings,
    attended: [...new Set([...listOf(typed[inputs.attended] ?? ""), ...listOf(typed[inputs.others] ?? "")])],
    section47: decided === "yes" ? true : decided === "no" ? false : null,
    actions: rows
      .map((row) => ({
        what: textOf(typed, `what${String(row)}`),
        who: textOf(typed, `who${String(row)}`),
        by: textOf(typed, `by${String(row)}`),
      }))
      .filter(({ what, who, by }) => `${what}${who}${by}` !== ""),
  };
};

const whyNotRead = (world: MeetWorld, { now: { state } }: Found, record: MeetingRecord): string | null => {
  const texts = [...Object.values(record.headings), ...record.actions.map(({ what }) => what)];
  const found = texts.map((text) => personalIn(text, world.clock.now())).find((why) => why !== null) ?? null;
  return found ?? (state.recorded === null ? null : "This record is complete.");
};

/** The form of the record, for the chair. */
export const recordPart = async (world: MeetWorld, id: string, by: PersonId, part: number): Promise<RecordAnswer> => {
  const found = await findMeeting(world, id);
  if (found === undefined) return refused();
  const { roles } = shown(world, found, by);
  if (!mayMeet(roles, "see", found.now.state.state)) return refused();
  if (!mayMeet(roles, "record", found.now.state.state)) return refused(meetingRefusals.record);
  const form = formView(world, found, by, clamp(part, partsOf(formOf(world, found))), found.now.state.record ?? blank);
  return { outcome: "done", form };
};

const clamp = (part: number, parts: number): number => Math.min(Math.max(part, 1), parts);

/** Keeps one card of the record; completes it where `then` is null. What is refused comes back with what was typed. */
export const writeRecord = async (
  world: MeetWorld,
  id: string,
  by: PersonId,
  part: number,
  typed: MeetingTyped,
  then: number | null,
): Promise<RecordAnswer> => {
  const found = await findMeeting(world, id);
  if (found === undefined) return refused();
  const form = formOf(world, found);
  const record = merged(found.now.state.record ?? blank, form, part, typed);
  const why = whyNotRead(world, found, record);
  if (why !== null) return { outcome: "unclear", why, form: formView(world, found, by, part, record) };
  const saved = await decideOn(world, found.now.id, by, () => ({ command: { do: "save", by, record } }));
  if (saved.outcome === "refused") return saved;
  if (saved.outcome !== "done")
    return { outcome: "unclear", why: saved.why, form: formView(world, found, by, part, record) };
  return then === null ? complete(world, id, by, record) : recordPart(world, id, by, then);
};

const complete = async (world: MeetWorld, id: string, by: PersonId, record: MeetingRecord): Promise<RecordAnswer> => {
  const found = await findMeeting(world, id);
  if (found === undefined) return refused();
  const form = formOf(world, found);
  const parts = partsOf(form);
  const asOf = world.clock.now();
  const checked = form === null ? null : checkMeetingRecord(form, record, asOf, world.rulebook);
  const again = (why: string, refusals: Refusals = {}): RecordAnswer => ({
    ...{ outcome: "unclear", why },
    form: formView(world, found, by, parts, record, refusals),
  });
  if (checked?.outcome === "refused")
    return again("The record is saved. These are still wanting before it is complete.", refusalsBy(checked.refusals));
  const whole = checked === null ? record : { ...record, ...pick(checked) };
  const done = await decideOn(world, found.now.id, by, (state, at) => ({
    command: { do: "record", by, record: whole, held: heldOf(state, at) },
  }));
  if (done.outcome === "refused") return done;
  if (done.outcome !== "done") return again(done.why);
  const after = await findMeeting(world, id);
  return after === undefined ? refused() : { outcome: "done", form: formView(world, after, by, parts, whole) };
};

const pick = ({
  headings,
  actions,
  attended,
  section47,
}: Extract<ReturnType<typeof checkMeetingRecord>, { outcome: "taken" }>): MeetingRecord => ({
  headings: { ...headings },
  actions: actions.map((each) => ({ ...each })),
  attended: [...attended],
  section47,
});

/** As it was said to be held, else as it was timed; a meeting that ended early is over when its record is complete. */
const heldOf = ({ held, timed }: Meeting, at: Instant) => {
  const slot = held?.slot ?? timed?.slot ?? { from: at - 1, to: at };
  return slot.to > at && slot.from < at ? { from: slot.from, to: at } : slot;
};
