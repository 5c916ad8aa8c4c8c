/** The three forms of a date that HTTP knows all name the day; anything else is no date, whatever else could be read into it. */
const namesDay = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/;

const httpDate = (header: string | undefined): number | null => {
  if (header === undefined || !namesDay.test(header)) return null;
  const at = Date.parse(header.endsWith("GMT") ? header : `${header} GMT`);
  return Number.isNaN(at) ? null : at;
};

/**
 * How long Retry-After asks to wait, in milliseconds, never negative; null when it says nothing that can be read. A date
 * counts from the answer's own Date header: the two clocks need not agree, and the rehearsal's may have been moved.
 */
export const retryAfterMs = (retryAfter: string | undefined, date: string | undefined): number | null => {
  if (retryAfter !== undefined && /^\d+(\.\d+)?$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const [until, from] = [httpDate(retryAfter), httpDate(date)];
  return until === null || from === null ? null : Math.max(0, until - from);
};
