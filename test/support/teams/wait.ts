import type { Message } from "./activities.ts";

export type Words = RegExp | string;

export const fits =
  (words: Words) =>
  (message: Message): boolean =>
    typeof words === "string" ? message.words.includes(words) : words.test(message.words);

/** Polls on the real clock; a test's own clock may stand still. */
export const waitFor = async <T>(look: () => T | undefined, withinMs: number, complaint: () => string): Promise<T> => {
  const until = performance.now() + withinMs;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error(complaint());
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
