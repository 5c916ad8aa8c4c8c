import type { AskView } from "../domain/case/notice.ts";
import { act, box, card, form, heading, quiet, say, strong } from "./kit.ts";
import type { Action, SpokenCard, TextInput } from "./schema.ts";
import { cut, typed } from "./text.ts";
import { capital } from "./when.ts";

const reason = (label: string, value: string): TextInput => ({
  type: "Input.Text",
  id: "reason",
  label,
  isMultiline: true,
  maxLength: 1000,
  isRequired: true,
  errorMessage: "Write the reason first.",
  ...(value === "" ? {} : { value }),
});

const actionsOf = ({ asks, caseRef, id }: AskView, said: string): Action[] => {
  const data = { case: caseRef, ask: id };
  const none = { associatedInputs: "none" } as const;
  switch (asks) {
    case "take":
      return [
        act("Accept", "duty.take", data, { style: "positive", ...none }),
        form("Hand it back", [reason("Why is it not yours?", said)], [act("Hand it back now", "duty.back", data)]),
      ];
    case "approve":
      return [
        act("Approve", "duty.approve", data, { style: "positive", ...none }),
        form("Don't approve", [reason("Why does it stay as it is?", said)], [act("Refuse it", "duty.refuse", data)]),
      ];
  }
};

const titles = {
  take: (from: string): string => `${from} asks you to take this over`,
  approve: (from: string): string => `${from} asks for this to be less often`,
} as const satisfies Record<AskView["asks"], (from: string) => string>;

const meaning = {
  take: "Until you accept, it stays with whoever asks you. Whoever asked hears what you decide.",
  approve:
    "Until you approve, the standard runs. Whoever asks cannot approve it. If you do, a record of why is asked for.",
} as const satisfies Record<AskView["asks"], string>;

/** Asks one person to take over a duty, or to decide on less often (MO-T11). Reference only. */
export const askCard = (ask: AskView, notice = "", said = ""): SpokenCard =>
  card({
    spoken: `${titles[ask.asks](ask.from)}: ${ask.title}, ${ask.caseRef}.`,
    body: [
      notice === "" ? null : box([strong(typed(notice))], { style: "warning" }),
      heading(typed(titles[ask.asks](ask.from))),
      say(typed(`${ask.title} (${ask.clause}), ${ask.caseRef}`)),
      strong(typed(capital(ask.detail))),
      say(typed(`“${cut(ask.reason, 1000)}”`)),
      quiet(meaning[ask.asks], { isSubtle: false }),
      quiet(`Because: ${typed(cut(ask.words, 700))} (${typed(ask.clause)})`),
    ],
    actions: actionsOf(ask, said),
  });
