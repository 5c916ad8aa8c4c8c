/** How the page says times. Always London's, whatever the machine's own zone. */
const zone = { timeZone: "Europe/London" } as const;
const dayForm = new Intl.DateTimeFormat("en-GB", { ...zone, weekday: "long", day: "numeric", month: "long" });
const shortDayForm = new Intl.DateTimeFormat("en-GB", { ...zone, weekday: "short", day: "numeric", month: "short" });
const timeForm = new Intl.DateTimeFormat("en-GB", { ...zone, hour: "2-digit", minute: "2-digit" });
const dateForm = new Intl.DateTimeFormat("en-CA", zone);
const yearForm = new Intl.DateTimeFormat("en-GB", { ...zone, year: "numeric" });

/** "2026-04-07", for comparing days. */
export const dateOf = (at: number): string => dateForm.format(at);
export const timeOf = (at: number): string => timeForm.format(at);

const dayMs = 86_400_000;

/** "Today", "Yesterday", "Thursday 2 April". */
export const dayInWords = (at: number, now: number): string => {
  if (dateOf(at) === dateOf(now)) return "Today";
  if (dateOf(at) === dateOf(now - dayMs)) return "Yesterday";
  return dayForm.format(at).replace(",", "");
};

/** For a list: the time today, otherwise the day. */
export const shortly = (at: number, now: number): string =>
  dateOf(at) === dateOf(now) ? timeOf(at) : shortDayForm.format(at).replace(",", "");

/** "Sun 22 Nov", "2026" and "17:05": a narrow page leaves the year out. */
export const clockParts = (at: number) => ({
  day: shortDayForm.format(at).replace(",", ""),
  year: yearForm.format(at),
  time: timeOf(at),
});

export const counted = (n: number, one: string): string => `${String(n)} ${one}${n === 1 ? "" : "s"}`;
