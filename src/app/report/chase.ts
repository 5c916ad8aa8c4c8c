import type { Council } from "../../domain/council.ts";
import type { Instant } from "../../domain/instants.ts";
import type { Chase, How, Telling } from "../../domain/report/facts.ts";
import type { Calendar } from "../../time/calendar.ts";
import { minuteMs } from "../../time/london.ts";
import { addWorkingMinutes } from "../../time/working-time.ts";

/**
 * A copy is for information; silence on a request to amend has its own rule (LCP-P5); a call is chased by its own card,
 * and a judgement by what asked for it. */
const chased = {
  teams: true,
  brief: true,
  decide: true,
  log: true,
  judge: false,
  amend: false,
  copy: false,
  phone: false,
} as const satisfies Record<How, boolean>;

/**
 * When an unanswered telling is repeated and passed on (house rule `acknowledgement`). What is already due when it leaves
 * is chased by the minute, day and night; everything else in working time.
 */
export const chaseFor = ({ houseRules }: Council, calendar: Calendar, telling: Telling, asOf: Instant): Chase => {
  if (!chased[telling.how]) return null;
  const { immediate, otherwise } = houseRules.acknowledgement;
  const urgent = telling.dueAt !== null && telling.dueAt <= telling.leaveAt;
  const { repeatAfterMinutes, passOnAfterMinutes } = urgent ? immediate : otherwise;
  const after = (minutes: number): Instant =>
    urgent ? asOf + minutes * minuteMs : addWorkingMinutes(calendar, asOf, minutes);
  return { repeatAt: repeatAfterMinutes.map(after), passOnAt: after(passOnAfterMinutes) };
};
