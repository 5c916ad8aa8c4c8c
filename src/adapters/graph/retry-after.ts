const httpDate = (header: string | undefined): number | null => {
  if (header === undefined || !/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(header)) return null;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : at;
};

/**
 * How long Retry-After asks to wait, in milliseconds; null when it says nothing that can be read. A date counts from the answer's
 * own Date header, because the two clocks need not agree.
 */
export const retryAfterMs = (retryAfter: string | undefined, date: string | undefined): number | null => {
  if (retryAfter !== undefined && /^\d+(\.\d+)?$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const [until, from] = [httpDate(retryAfter), httpDate(date)];
  return until === null || from === null ? null : Math.max(0, until - from);
};
