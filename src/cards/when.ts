import type { Instant } from "../domain/instants.ts";
import { dayMs, londonOffset } from "../time/london.ts";
import { inWords } from "../time/say.ts";

const londonDay = (at: Instant): number => Math.floor((at + londonOffset(at)) / dayMs);

/** In words beside something that is already dated: the time alone on the same day, no year in the same year. */
export const shortly = (at: Instant, near: Instant): string => {
  const words = inWords(at, near);
  if (londonDay(at) !== londonDay(near) || !words.includes(", ")) return words;
  return words.slice(words.lastIndexOf(", ") + 2);
};

/** "by Tuesday 7 April, 5pm"; "at once" when that is not after `near`; or that the policy states no limit. */
export const byWhen = (dueAt: Instant | null, near: Instant): string => {
  if (dueAt === null) return "no limit stated";
  if (dueAt <= near) return "at once";
  const words = inWords(dueAt, near);
  return words.startsWith("by ") ? words : `by ${words}`;
};

/** A sentence's first letter, large. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
