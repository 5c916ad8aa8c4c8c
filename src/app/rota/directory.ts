import type { Instant } from "../../domain/instants.ts";
import type { Calendar } from "../../time/calendar.ts";
import { londonDate } from "../../time/london.ts";
import type { Directory } from "../ports/directory.ts";
import type { Shift } from "../ports/rota.ts";

/** Within the council's working hours a post's own holders answer, whatever the rota says. */
const inWorkingHours = (calendar: Calendar, asOf: Instant): boolean => {
  const date = londonDate(asOf);
  return calendar.isWorkingDay(date) && calendar.dayStart(date) <= asOf && asOf < calendar.dayEnd(date);
};

/** A directory that knows who is on duty outside the working day. */
export const dutyDirectory = (directory: Directory, shifts: readonly Shift[], calendar: Calendar): Directory => ({
  ...directory,
  onDuty: (post, asOf) => {
    if (inWorkingHours(calendar, asOf)) return [];
    const now = shifts.filter((shift) => shift.post === post && shift.from <= asOf && asOf < shift.to);
    return [...new Set(now.map(({ person }) => person))].flatMap((id) => directory.person(id) ?? []);
  },
});
