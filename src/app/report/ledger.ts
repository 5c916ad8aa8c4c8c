import type { Instant } from "../../domain/instants.ts";
import { isHeld, type Report, type TellingProgress } from "../../domain/report/report.ts";
import type { LedgerLine, LedgerState } from "../../domain/report/view.ts";
import { inWords } from "../../time/say.ts";
import type { Words } from "./deps.ts";
import { postTitle } from "./resolve.ts";

type Standing = Pick<LedgerLine, "state" | "at" | "note">;

const standing = (state: LedgerState, at: Instant | null, note: string | null): Standing => ({ state, at, note });

/** A call is discharged when somebody records it, never by a message (W-N2K-P4). */
const ofCall = (report: Report): Standing => {
  const [call] = report.called;
  return call === undefined
    ? standing("owed", null, "A telephone call: waiting for somebody to record that it was made")
    : standing("reached", call.calledAt, `Telephoned: spoke to ${call.spokeTo}`);
};

const ofPerson = (report: Report, telling: TellingProgress, person: string): Standing => {
  const acknowledged = report.acknowledged.find((fact) => fact.by === person);
  const told = telling.told.find(({ where }) => where === person);
  const fault = telling.unreachable.find(({ where }) => where === person);
  const reached = report.reached.get(person);
  if (told !== undefined && acknowledged !== undefined) return standing("acknowledged", acknowledged.at, telling.note);
  if (told !== undefined && reached !== undefined) return standing("reached", reached, telling.note);
  if (told !== undefined) return standing("told", told.at, telling.note);
  return fault === undefined ? standing("owed", null, telling.note) : standing("unreachable", fault.at, fault.why);
};

const ofChannel = (telling: TellingProgress, channel: string): Standing => {
  const told = telling.told.find(({ where }) => where === channel);
  const fault = telling.unreachable.find(({ where }) => where === channel);
  if (told !== undefined) return standing("told", told.at, null);
  return fault === undefined ? standing("owed", null, null) : standing("unreachable", fault.at, fault.why);
};

/** Somebody judges first whether the person who covers is told, or has judged that they are not (W-X1). */
const ofHeld = (name: (id: string) => string, { judgement }: TellingProgress): Standing => {
  if (judgement === null) return standing("owed", null, null);
  const { outcome, judgeBy, why, clause } = judgement;
  return outcome?.kind === "judged"
    ? standing("not-raised", outcome.at, `${name(outcome.by)} judged not to raise it (${clause}): ${outcome.reason}`)
    : standing("owed", null, `${why}. Waits for a judgement until ${inWords(judgeBy)} (${clause})`);
};

const linesOf = (words: Words, report: Report, telling: TellingProgress): readonly LedgerLine[] => {
  const { id, post, how, clauses, leaveAt, dueAt } = telling;
  const line = (who: string | null, found: Standing): LedgerLine => {
    return { telling: id, post, postTitle: postTitle(words, post), who, how, clauses, leaveAt, dueAt, ...found };
  };
  const name = (person: string): string => words.directory.person(person)?.name ?? person;
  if (isHeld(telling)) return [line(null, ofHeld(name, telling))];
  if (how === "phone") return [line(telling.to.map(name).join(", ") || null, ofCall(report))];
  const people = telling.to.map((person) => line(name(person), ofPerson(report, telling, person)));
  const gap = telling.gap === null ? [] : [line(null, standing("gap", null, telling.gap))];
  const waiting = people.length + gap.length === 0 ? [line(null, standing("owed", null, null))] : [];
  const inChannels = telling.channels.map((channel) =>
    line(words.council.channels[channel]?.title ?? channel, ofChannel(telling, channel)),
  );
  return [...people, ...gap, ...waiting, ...inChannels];
};

/** The proof: everybody who is owed this report, and how far each telling got. */
export const ledgerOf = (words: Words, report: Report): readonly LedgerLine[] =>
  report.tellings.flatMap((telling) => linesOf(words, report, telling));
