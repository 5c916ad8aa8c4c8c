import { reportVerbs, type ReportVerb } from "../../src/cards/verbs.ts";
import {
  mayReport,
  reportActions,
  type ReportAction,
  type ReportRole,
  type ReportState,
} from "../../src/domain/permissions.ts";
import { readReport } from "../../src/app/report/document.ts";
import type { Message, TeamsPerson } from "../support/teams/index.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";
import { card, reported } from "./missing-child.ts";

/**
 * Every door, for everybody, in every state of a report: what the permissions table refuses has no effect and tells
 * nothing, whether it comes as a card, from an old client, in a dialog, in the channel, or as words.
 */
const cast = {
  reporter: "ana.petrescu",
  told: "nadia.rahman",
  amender: "gareth.llewellyn",
  overseer: "eleanor.whitcombe",
  colleague: "bethan.griffiths",
} as const;
type Member = keyof typeof cast;
const rolesOf: Record<Member, readonly ReportRole[]> = {
  reporter: ["colleague", "reporter"],
  told: ["colleague", "told", "overseer"],
  amender: ["colleague", "told", "amender"],
  overseer: ["colleague", "overseer"],
  colleague: ["colleague"],
};

const actionOf = (verb: ReportVerb): ReportAction =>
  reportActions.find((action) => `report.${action}` === verb) ?? "see";

/** Everything that any form could send at once: more than enough for whichever verb. */
const typed = {
  question: "Where?",
  text: "There.",
  spokeTo: "Nadia",
  calledAt: "",
  reason: "Done",
  comment: "More, please",
  because: "Press",
  brief: "yes",
  basics: "Section 20",
  update: "Seen",
  nextUpdate: "",
  when: "",
};

/** Words of the report that nobody outside it may read, in any answer at all. */
const secrets = ["AMB-1042", "13yo", "police aware", "Ana Petrescu", "Missing child"];

let house: Watchful;
let id = "";
let ref = "";

const person = (member: Member): TeamsPerson => house.person(cast[member]);
const facts = async (): Promise<number> => (await readReport(house.service.records, id))?.facts.length ?? 0;

const bring = async (state: ReportState): Promise<void> => {
  house = await startWatchful();
  for (const member of Object.keys(cast) as Member[]) person(member);
  ["tunde.adeyemi", "rhiannon.prosser"].forEach(house.person);
  ref = await reported(person("reporter"));
  await house.settle();
  id = (await house.service.records.list("report", { limit: 1 }))[0]?.id ?? "";
  const nadia = "nadia.rahman@ambershire.example";
  if (state !== "reported") await house.service.reporting.acknowledge(id, nadia);
  if (state === "closed") {
    await house.service.reporting.call(id, nadia, "Ana", "");
    await house.service.reporting.close(id, nadia, "Dealt with");
  }
  await house.settle();
  for (const member of Object.keys(cast) as Member[]) await person(member).says("help");
};

type Door = (who: TeamsPerson, verb: ReportVerb) => Promise<string>;
const data = (verb: ReportVerb, face: string) => ({ report: id, face, verb, ...typed });

const doors: Record<string, Door> = {
  "a card": async (who, verb) => JSON.stringify((await who.forges(card(who), verb, data(verb, "telling"))).body),
  "a timeline card": async (who, verb) =>
    JSON.stringify((await who.forges(card(who), verb, data(verb, "timeline"))).body),
  "a card in the channel": async (who, verb) => {
    const post: Message | undefined = house.channel.sees()[0];
    return post === undefined ? "" : JSON.stringify((await who.forges(post, verb, data(verb, "channel"))).body);
  },
  "an old client": async (who, verb) => {
    const before = who.sees().length;
    await who.post(who.activity(who.chat, { type: "message", value: data(verb, "telling") }));
    return who
      .sees()
      .slice(before)
      .map(({ words }) => words)
      .join("\n");
  },
  "a dialog": async (who, verb) => {
    const value = { data: data(verb, "telling") };
    return JSON.stringify(
      (await who.post(who.activity(who.chat, { type: "invoke", name: "task/submit", value }))).body,
    );
  },
};

const refusedTo = (member: Member, state: ReportState): readonly ReportVerb[] =>
  reportVerbs.filter((verb) => !mayReport(rolesOf[member], actionOf(verb), state));

describe.each(["reported", "acknowledged", "closed"] as const)("while a report is %s", (state) => {
  beforeAll(() => bring(state), 60_000);
  afterAll(() => house.stop());

  it.each(
    Object.keys(doors).flatMap((door) => (Object.keys(cast) as Member[]).map((member) => [member, door] as const)),
  )(
    "what is refused to the %s has no effect through %s",
    async (member, door) => {
      const before = await facts();
      const refused = refusedTo(member, state);
      for (const verb of refused) {
        const answer = await doors[door]?.(person(member), verb);
        if (member === "colleague" && door !== "a card in the channel")
          for (const secret of secrets) expect(answer).not.toContain(secret);
      }
      expect(await facts()).toBe(before);
      expect(refused.length).toBeGreaterThan(0);
    },
    60_000,
  );

  it("tells a colleague nothing in chat, by its reference or by its case", async () => {
    const bethan = person("colleague");
    for (const words of [`report ${ref}`, ref, "my reports", "found AMB-1042", `found ${ref}`]) {
      const before = bethan.sees().length;
      await bethan.says(words);
      const answer = bethan
        .sees()
        .slice(before)
        .map((message) => message.words)
        .join("\n");
      for (const secret of ["13yo", "police aware", "Ana Petrescu", "Missing child"])
        expect(answer).not.toContain(secret);
    }
  });

  it("puts nothing of it into the log but its reference", () => {
    const log = JSON.stringify(house.log);
    for (const secret of ["AMB-1042", "13yo", "police", "Petrescu", "@ambershire"]) expect(log).not.toContain(secret);
  });
});
