import { basename, dirname, join } from "node:path";
import { checkedIn, type Checked } from "../../src/adapters/files/checked.ts";

/** The policies as they were found fit before, by this suite or another: most of a start is reading and checking them. */
export const checkedFor = (council: string): Checked => {
  const name = `${basename(dirname(council))}.policies`;
  return checkedIn(join("node_modules", ".cache", "watchful-tests", name), ["src/domain", "src/rules", "src/time"]);
};
