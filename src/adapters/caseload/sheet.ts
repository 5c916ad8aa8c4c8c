import { isMonthFirst } from "./dates.ts";
import { tidy } from "./text.ts";

/** A sheet whose cells are texts: a real date as YYYY-MM-DD, true and false as yes and no. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Title rows that somebody put above the headings. */
export const mostTitles = 25;

/** Whether some date of a column makes sense only with its month first. */
export const monthFirstIn = (rows: readonly (readonly string[])[], at: number): boolean =>
  rows.some((cells) => isMonthFirst(tidy(cells[at] ?? "")));
