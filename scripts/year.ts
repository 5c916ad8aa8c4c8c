import { runYear } from "../test/support/year.ts";

/**
 * A made-up year of a service of 2,500 children, driven day by day through the whole product and a pretended Teams, every
 * morning held against a count of everything. `node scripts/year.ts [days] [children] [workers] [managers] [from]`.
 */
const [days = "364", children = "2500", workers = "200", managers = "35", from = "2026-01-02"] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const size = { children: Number(children), workers: Number(workers), managers: Number(managers) };
const totals = await runYear({ ...size, from, days: Number(days), seed: 42, say });
say(JSON.stringify(totals, null, 2));
process.exitCode = totals.faults.length === 0 ? 0 : 1;
