import type { CaseAction } from "../domain/case/permissions.ts";
import type { DutyView } from "../domain/case/view.ts";
import type { Form } from "./actions.ts";
import { act } from "./kit.ts";
import type { Execute, TextInput } from "./schema.ts";
import type { DutyVerb } from "./verbs.ts";

/** In which list a duty was opened, so that the way back is found. */
export interface Where {
  readonly list: string;
  readonly page: number;
}

/** The button's data: the verb, the duty's id, and the list it was opened from. Never what the duty says. */
export const onDuty = (
  title: string,
  verb: DutyVerb,
  duty: string,
  { list, page }: Where,
  more: Partial<Pick<Execute, "style" | "associatedInputs">> = {},
): Execute => act(title, verb, { duty, list, page }, more);

const reason = (id: string, label: string): TextInput => ({
  type: "Input.Text",
  id,
  label,
  isMultiline: true,
  maxLength: 1000,
  isRequired: true,
  errorMessage: "Write the reason first.",
});

const line = (id: string, label: string, placeholder: string, required = true): TextInput => ({
  type: "Input.Text",
  id,
  label,
  maxLength: 200,
  placeholder,
  ...(required ? { isRequired: true, errorMessage: "This is needed." } : {}),
});

type Make = (duty: DutyView, where: Where) => Form | null;

const positive = { style: "positive" } as const;

/** What each action of the permissions table needs written on a duty; null for those that are no form of this card. */
const formFor = {
  see: () => null,
  /** A form of its own: `recordButton`. */
  record: () => null,
  confirm: () => null,
  complete: ({ id, meets }, where) =>
    meets === null || meets.records
      ? null
      : {
          title: "It was done",
          inputs: [line("when", "When? Leave empty for now", "yesterday, or 2 December", false)],
          send: onDuty("Say that it was done", "duty.done", id, where, positive),
        },
  say: () => null,
  snooze: ({ id }, where) => ({
    title: "Not today",
    inputs: [line("until", "Until which day?", "Friday, or 4 December"), reason("whyWait", "Why can it wait?")],
    send: onDuty("Put it off", "duty.snooze", id, where, positive),
  }),
  /** A card of its own: `moveButton`. */
  move: () => null,
  give: ({ id }, where) => ({
    title: "Not mine",
    inputs: [line("giveTo", "Who should do this?", "Name, or address"), reason("whyThem", "Why them?")],
    send: onDuty("Ask them to take it", "duty.give", id, where, positive),
  }),
  take: () => null,
  lessen: ({ id, state, lastDone }, where) =>
    state === "overdue" && lastDone === null
      ? null
      : {
          title: "Less often",
          inputs: [
            line("everyWeeks", "Every how many weeks?", "12"),
            line("lessUntil", "Until which day?", "30 June"),
            reason("whyLess", "The specific reason for this child (MO-T11)"),
          ],
          send: onDuty("Ask for approval", "duty.lessen", id, where, positive),
        },
  approve: () => null,
  settle: () => null,
} as const satisfies Record<CaseAction, Make>;

const order = ["complete", "snooze", "give", "lessen"] as const satisfies readonly CaseAction[];

/** The forms that this viewer may use on a duty now. */
export const dutyForms = (duty: DutyView, where: Where): Form[] =>
  order.filter((action) => duty.may.includes(action)).flatMap((action) => formFor[action](duty, where) ?? []);

/** Writing the record that meets it is a form of its own. */
export const recordButton = ({ id, caseRef, meets, may }: DutyView): Execute | null =>
  meets?.records === true && caseRef !== null && may.includes("record")
    ? act("Record it", "record.start", { case: caseRef, duty: id }, { style: "positive", associatedInputs: "none" })
    : null;

export const moveButton = ({ id, may }: DutyView, where: Where): Execute | null =>
  may.includes("move") ? onDuty("Move to another day", "duty.move", id, where, { associatedInputs: "none" }) : null;
