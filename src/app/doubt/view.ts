import { everyAsked, type Doubt, type DoubtView } from "../../domain/doubt/doubt.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Directory } from "../ports/directory.ts";

const nameOf = (directory: Directory, id: PersonId): string => directory.person(id)?.name ?? id;

/** What came of it, in a sentence; null while it is open. */
export const outcomeOf = (directory: Directory, { outcome }: Doubt): string | null => {
  if (outcome === null) return null;
  const who = nameOf(directory, outcome.by);
  return outcome.kind === "reported"
    ? `${who} reported it: ${outcome.ref}.`
    : `${who} judged that it is not Need-to-Know: ${outcome.reason}`;
};

export const mayAnswer = (doubt: Doubt, person: PersonId): boolean =>
  doubt.outcome === null && everyAsked(doubt).includes(person);

/** Whether somebody has to do with it at all. */
export const isPart = (doubt: Doubt, person: PersonId): boolean =>
  doubt.by === person || everyAsked(doubt).includes(person);

export const doubtView = (directory: Directory, doubt: Doubt, viewer: PersonId): DoubtView => {
  const last = doubt.asked.at(-1);
  const opened = doubt.opened.at(-1);
  return {
    id: doubt.id,
    askedBy: nameOf(directory, doubt.by),
    askedAt: doubt.at,
    text: doubt.text,
    caseRef: doubt.caseRef,
    asked: (last?.to ?? []).map((id) => nameOf(directory, id)),
    note: last?.why ?? null,
    openedBy: opened === undefined ? null : nameOf(directory, opened.by),
    outcome: outcomeOf(directory, doubt),
    may: mayAnswer(doubt, viewer),
  };
};
