import { compose, type Service } from "../../src/compose.ts";
import { readSettings } from "../../src/bot/config.ts";
import { memoryLog } from "../support/memory-log.ts";
import { startTeams, type Teams } from "../support/teams/index.ts";

/** Wednesday 1 April 2026, noon in London: the day before the long Easter weekend. */
const noon = Date.UTC(2026, 3, 1, 11);

const settings = () => {
  const read = readSettings({ PORT: "0", WATCHFUL_STORE: ":memory:" });
  if (read.outcome === "faults") throw new Error(read.faults.join("\n"));
  return read.settings;
};

let teams: Teams;
let product: Service;
beforeAll(async () => {
  teams = await startTeams();
  product = await compose(
    { ...settings(), serviceUrl: teams.url },
    { clock: { now: () => noon }, log: memoryLog(), beatMs: 20 },
  );
  await product.start();
  teams.connect(`http://127.0.0.1:${String(product.port())}`);
});
afterAll(async () => {
  await product.stop();
  await teams.stop();
});

const holding = (post: string) => {
  const person = product.directory.people().find(({ posts }) => posts.includes(post));
  if (!person) throw new Error(`nobody holds ${post}`);
  return teams.person(person.account, person.name);
};

test("the real council answers help, and suggests clauses for what somebody typed", async () => {
  const worker = holding("social-worker");
  expect((await worker.says("help"))[0]?.words).toContain("What I can do");
  const [suggested] = await worker.says("13yo CLA missing since fri tea time, police aware");
  expect(suggested?.words).toMatch(/missing/i);
  expect(suggested?.words).toMatch(/none of these/i);
});
