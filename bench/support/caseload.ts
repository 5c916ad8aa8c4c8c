import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { addDays } from "../../src/time/london.ts";

const columns =
  "case_ref,status,date_of_birth,unborn,team,team_kind,worker,disability_category,cwd_review,long_term_placement,long_term_matched,direct_payments,short_breaks,placement,placement_start,first_review_on,placed_until_18,plan_start,status_since,last_supervision,last_oversight,last_visit,last_review,last_observation,transferred_on,reallocated_on,audited_on";

const statuses = ["cin", "cin", "cin", "cp", "cla", "care_leaver", "assessment", "cin"] as const;
const kinds = ["safeguarding", "family_safeguarding", "disability", "children_in_care", "referral_assessment"] as const;

const uk = (date: string): string => `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;

/** A case of a council with 40 workers in each team; the same for the same number. */
const row = (n: number): string => {
  const status = statuses[n % statuses.length] ?? "cin";
  const day = (most: number, salt: number): string => uk(addDays("2026-11-01", -((n * salt) % most)));
  const team = n % 400;
  const cla = status === "cla";
  return [
    ...[`AMB-${String(1_000_000 + n)}`, status, uk(addDays("2010-01-01", (n * 37) % 5000)), "n"],
    ...[`Team ${String(team)}`, kinds[team % kinds.length] ?? "", `worker.${String(n % 16_000)}@ambershire.example`],
    ...["", "n", "n", "n", "n", "n", cla ? "foster" : "", cla ? day(900, 13) : "", "", "n"],
    ...[
      status === "cp" ? day(300, 7) : "",
      day(400, 11),
      day(80, 17),
      day(90, 19),
      day(40, 23),
      day(150, 29),
      day(200, 31),
    ],
    ...["", "", ""],
  ].join(",");
};

/** Writes a made-up caseload with the columns of CLI.md. */
export const writeCaseload = async (path: string, rows: number): Promise<void> => {
  const file = createWriteStream(path);
  file.write(`${columns}\n`);
  for (let from = 0; from < rows; from += 1_000) {
    const page = Array.from({ length: Math.min(1_000, rows - from) }, (_, index) => row(from + index));
    if (!file.write(`${page.join("\n")}\n`)) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
};
