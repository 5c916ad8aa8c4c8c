import { readName, type Named } from "../away/names.ts";
import { text, type Ask, type Reading } from "./ask.ts";

const longest = 500;
const nobody = /^(?:none|no ?one|nobody|n\/?a|not known|unknown|not staff)$/i;

const read = (typed: string, staff: readonly Named[]): Reading => {
  if (typed.length > longest) return { outcome: "refused", why: "tooLong" };
  if (nobody.test(typed)) return { outcome: "none", said: "" };
  const names = typed.split(/[,;\n]|\band\b|&/i).map((name) => name.trim());
  const found = names.filter((name) => name !== "").map((name) => readName(name, staff));
  if (found.some((one) => one.found === "nobody")) return { outcome: "refused", why: "noSuchPerson" };
  const ids = new Set(found.flatMap((one) => (one.found === "one" ? [one.person] : [])));
  if (found.some((one) => one.found === "several")) return { outcome: "refused", why: "severalPeople" };
  const named = staff.filter(({ id }) => ids.has(id));
  return { outcome: "read", value: named.map(({ id }) => id), said: named.map(({ name }) => name).join(", ") };
};

/** People of the staff list, by name or work email, with commas between them. Read as their ids; shown as their names. */
export const people = ({
  staff,
  ...given
}: Pick<Ask, "name" | "label" | "hint" | "required" | "initial"> & { readonly staff: readonly Named[] }): Ask => ({
  ...text({ ...given, multiline: false, maxLength: longest }),
  read: (typed) => read(typed, staff),
  faults: ["tooLong", "noSuchPerson", "severalPeople"],
});
