import type { Preview } from "./report/view.ts";

/**
 * A screen, ready to be shown: what the dialogs hand over and the cards draw. Dialogs decide what is asked and what was
 * wrong with the answer; cards decide how it looks; neither knows the other.
 */
interface InputBase {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly required: boolean;
  /** What the person typed or chose last, kept through every refusal. */
  readonly value: string;
  /** Why the last answer was not taken, or null. */
  readonly refusal: string | null;
}

export type InputView =
  /** Read from plain words by `time/read`: "yesterday 4pm". */
  | (InputBase & { readonly type: "date-and-time" | "date" })
  | (InputBase & { readonly type: "text"; readonly multiline: boolean; readonly maxLength: number })
  | (InputBase & { readonly type: "number" })
  /** `value` is one option's value; for `choices`, several joined by commas (Adaptive Cards' own form). */
  | (InputBase & {
      readonly type: "choice" | "choices";
      readonly options: readonly { readonly value: string; readonly label: string }[];
    });

/** A button that answers the screen by itself. */
export interface ScreenButton {
  readonly answer: string;
  readonly label: string;
  readonly tone: "primary" | "plain" | "quiet";
}

export interface ScreenView {
  readonly draft: string;
  readonly screen: string;
  /** Grows with every answer taken; a click that carries an older one is late and changes nothing. */
  readonly step: number;
  readonly title: string;
  /** A sentence or two above the inputs, or null. */
  readonly intro: string | null;
  /** A refusal that belongs to no single input, or null. */
  readonly refusal: string | null;
  readonly inputs: readonly InputView[];
  readonly buttons: readonly ScreenButton[];
  /** Present on the last screen only: who will be told, how, and by when. */
  readonly preview: Preview | null;
}
