import { rosterDirectory } from "../../../src/adapters/roster/directory.ts";
import { readRoster } from "../../../src/adapters/roster/read.ts";
import { readPolicyFiles, readText } from "../../../src/adapters/files/policies.ts";
import { openSqlite } from "../../../src/adapters/sqlite/open.ts";
import { changeCase } from "../../../src/app/cases/change.ts";
import type { Address, Message, Messenger } from "../../../src/app/ports/messenger.ts";
import { deliverNotice } from "../../../src/app/remind/notice.ts";
import { keptNotices } from "../../../src/app/remind/notice-kept.ts";
import { caseRulesOf } from "../../../src/rules/duty/case-rules.ts";
import { loadPolicies } from "../../../src/rules/policy/load.ts";
import { composeRulebook } from "../../../src/rules/rulebook.ts";
import { atLondon } from "../../../src/time/london.ts";
import { quietCase } from "../../support/cases.ts";

/** What is told of a choice, when the process dies between the two documents that it takes. */
const noon = atLondon("2026-04-07", "12:00");
const loaded = loadPolicies(readPolicyFiles("policies"));
const [council] = loaded.councils;
if (council === undefined) throw new Error("Ambershire's council file is not there.");
const rulebook = composeRulebook(loaded, council);
const { people } = readRoster(readText("policies/example/roster.csv").text, council);
const [joanne, bethan] = ["joanne.ashworth@ambershire.example", "bethan.griffiths@ambershire.example"];

const world = async () => {
  let now = noon;
  const sent: { to: Address; message: Message }[] = [];
  const send = (to: Address, message: Message) => {
    sent.push({ to, message });
    return Promise.resolve({ outcome: "accepted", conversation: "c", activity: String(sent.length) } as const);
  };
  const messenger: Messenger = {
    send,
    reply: () => Promise.reject(new Error("never")),
    update: () => Promise.reject(new Error("never")),
  };
  const records = openSqlite(":memory:");
  const rules = caseRulesOf(rulebook);
  const deps = {
    records,
    council,
    rulebook,
    messenger,
    clock: { now: () => now },
    directory: rosterDirectory(people, council),
  };
  const facts = { ...quietCase("daniel.okonkwo"), lastSupervision: "2026-02-02" };
  const load = { kind: "load", source: "x.csv", facts, happened: [] } as const;
  await changeCase({ records, rules }, "AMB-2002", load, noon, "make");
  const given = {
    kind: "given",
    ...{ at: noon, id: "g1", duty: "PS-13:AMB-2002:2026-02-02", clause: "PS-13" },
    ...{ to: bethan, reason: "Cover", by: joanne },
  } as const;
  const notices = keptNotices(records);
  await notices.create("n1", [{ kind: "made", at: noon, caseRef: "AMB-2002", what: "given", about: "g1" }]);
  return {
    sent,
    notices,
    choose: () => changeCase({ records, rules }, "AMB-2002", { kind: "work", decide: () => [given] }, noon),
    deliver: async (at = now): Promise<void> => {
      now = at;
      await deliverNotice(deps, "n1");
    },
  };
};

describe("a notice of a choice", () => {
  it("waits for the choice to stand on its case, and tells nobody of one that never did", async () => {
    const { sent, deliver, notices } = await world();
    await deliver(noon + 59_000);
    expect((await notices.read("n1"))?.state.to).toBeNull();
    await deliver(noon + 60_000);
    expect(sent).toEqual([]);
    expect((await notices.read("n1"))?.state.to).toEqual([]);
  });

  it("is told a minute later when nobody could say any more that the choice stands, and once", async () => {
    const { sent, deliver, choose } = await world();
    await choose();
    await deliver(noon + 60_000);
    await deliver(noon + 600_000);
    expect(sent.map(({ to, message }) => [to, message.kind])).toEqual([[{ person: bethan }, "asked"]]);
  });

  it("leaves at once when the choice stands", async () => {
    const { sent, deliver, choose, notices } = await world();
    await choose();
    await notices.amend("n1", () => ({ facts: [{ kind: "stands", at: noon }] }));
    await deliver(noon);
    expect(sent).toHaveLength(1);
  });
});
