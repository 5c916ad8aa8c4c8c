import type { Instant, LondonDate } from "../domain/instants.ts";
import { dayMs, hourMs, londonDate, londonTime, minuteMs, partsOf, weekdayOf } from "./london.ts";

export const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** "Tuesday 7 April 2026"; the year is left out when it is that of `asOf`. */
export const dayInWords = (date: LondonDate, asOf?: Instant): string => {
  const { year, month, day } = partsOf(date);
  const named = `${weekdayNames[weekdayOf(date) - 1] ?? ""} ${String(day)} ${monthNames[month - 1] ?? ""}`;
  return asOf !== undefined && partsOf(londonDate(asOf)).year === year ? named : `${named} ${String(year)}`;
};

/** "5pm", "4:30pm", "midday", "midnight". */
const timeInWords = (hour: number, minute: number): string => {
  if (minute === 0 && hour === 12) return "midday";
  if (minute === 0 && hour === 0) return "midnight";
  const past = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  return `${String(hour % 12 === 0 ? 12 : hour % 12)}${past}${hour < 12 ? "am" : "pm"}`;
};

/**
 * "Tuesday 7 April 2026, 5pm". The last second of a day is "by the end of Sunday 5 April 2026", its first minute "the start
 * of Tuesday 17 March 2026", because nobody agrees which day midnight belongs to. The year is left out when it is that of
 * `asOf`. Seconds are dropped.
 */
export const inWords = (instant: Instant, asOf?: Instant): string => {
  const day = dayInWords(londonDate(instant), asOf);
  const time = londonTime(instant);
  if (time === "23:59:59") return `by the end of ${day}`;
  if (time.startsWith("00:00")) return `the start of ${day}`;
  return `${day}, ${timeInWords(Number(time.slice(0, 2)), Number(time.slice(3, 5)))}`;
};

const counted = (n: number, one: string): string => (n === 0 ? "" : `${String(n)} ${one}${n === 1 ? "" : "s"}`);
const join = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join(" ");

/** "24 hours", "1 hour 30 minutes". */
export const hoursInWords = (hours: number): string => {
  const minutes = Math.round(hours * 60);
  return join(counted(Math.floor(minutes / 60), "hour"), counted(minutes % 60, "minute"));
};

/** A length of time in its two largest units, rounded down: "3 days 4 hours", "20 minutes", "less than a minute". Sign is dropped. */
export const howLong = (ms: number): string => {
  const length = Math.abs(ms);
  const days = Math.floor(length / dayMs);
  const hours = Math.floor((length % dayMs) / hourMs);
  const minutes = Math.floor((length % hourMs) / minuteMs);
  if (days > 0) return join(counted(days, "day"), counted(hours, "hour"));
  if (hours + minutes > 0) return join(counted(hours, "hour"), counted(minutes, "minute"));
  return "less than a minute";
};
