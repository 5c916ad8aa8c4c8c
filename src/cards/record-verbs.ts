import { act } from "./kit.ts";
import type { CardData, Execute } from "./schema.ts";
import type { RecordVerb } from "./verbs.ts";

/** Which record a button is about: ids, and nothing that the record says. */
export interface RecordIds {
  readonly caseRef: string;
  readonly duty?: string | null;
  readonly happening?: string | null;
  readonly circumstance?: string | null;
  readonly sitting?: string | null;
  /** The circumstance is asked for first, where there are several. */
  readonly choose?: "yes";
}

const known = (name: string, id: string | null | undefined): CardData => (id ? { [name]: id } : {});

const idsOf = ({ caseRef, duty, happening, circumstance, sitting, choose }: RecordIds): CardData => ({
  ...{ case: caseRef, ...known("duty", duty), ...known("happening", happening) },
  ...{ ...known("circumstance", circumstance), ...known("sitting", sitting), ...known("choose", choose) },
});

/** A button of the form of a record: opens it, or saves it. */
export const onForm = (
  title: string,
  verb: Extract<RecordVerb, "record.start" | "record.save" | "record.next">,
  ids: RecordIds,
  more: Partial<Pick<Execute, "style" | "associatedInputs">> = {},
): Execute => act(title, verb, idsOf(ids), more);

/** A button of a record that was written. */
export const onRecord = (
  title: string,
  verb: Extract<RecordVerb, "record.open" | "record.confirm" | "record.step">,
  ids: CardData,
  more: Partial<Pick<Execute, "style">> = {},
): Execute => act(title, verb, ids, { ...more, associatedInputs: "none" });
