import type { Records } from "../../src/app/ports/records.ts";
import type { Bench } from "./records-bench.ts";
import { commitContract } from "./records-commits.ts";
import { durabilityContract } from "./records-durability.ts";
import { leaseContract } from "./records-leases.ts";
import { lookUpContract } from "./records-look-ups.ts";

/** An empty place that a store can be opened on, closed, and opened on again. */
export interface Place {
  open(): Promise<Records>;
  /** Removes everything. */
  discard(): Promise<void>;
}

/** What every store behind `Records` promises, whatever it is made of. */
export const recordsContract = (name: string, fresh: () => Promise<Place>): void => {
  describe(name, () => {
    let place: Place;
    let records: Records;
    const bench: Bench = {
      records: () => records,
      reopen: async () => {
        await records.close();
        records = await place.open();
        return records;
      },
    };
    beforeEach(async () => {
      place = await fresh();
      records = await place.open();
    });
    afterEach(async () => {
      await records.close();
      await place.discard();
    });
    commitContract(bench);
    leaseContract(bench);
    lookUpContract(bench);
    durabilityContract(bench);
  });
};
