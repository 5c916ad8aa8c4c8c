import type { Instant } from "../../domain/instants.ts";
import { personalDetail as detailIn } from "../../domain/personal.ts";
import { londonDate } from "../../time/london.ts";
import type { PersonalFault } from "./faults.ts";

/** What in this text would identify a child, or null: a date of birth, an NHS number or a postcode. */
export const personalDetail = (text: string, asOf: Instant): PersonalFault | null =>
  detailIn(text, Number(londonDate(asOf).slice(0, 4)));
