import type { Cover } from "../../../src/domain/cover/cover.ts";
import type { Person } from "../../../src/domain/people.ts";
import { atLondon } from "../../../src/time/london.ts";
import type { Question } from "../../../src/domain/vocabulary.ts";
import { assessment, clause, email, hour, house, noon, people, person } from "../../support/house.ts";

/** Pat, practice manager, is away and Cy covers. Sam and Sue are service managers; Sam is Ana's. All on Wednesday 1 April 2026, noon. */
const sam = person("sam", ["service-manager"]);
const sue = person("sue", ["service-manager"]);
const ana = person("ana", ["social-worker"], email("sam"));
const others = people.filter(({ id }) => id !== email("ana"));
const pat = person("pat", ["practice-manager"]);
const cy = person("cy", []);
const everybody: readonly Person[] = [...others, ana, sam, sue, pat, cy];

const away = (who: string, instead: string | null): Cover => ({
  ...{ id: `cover of ${who}`, person: email(who), at: noon, state: "confirmed" },
  ...{ instead: instead === null ? null : email(instead), from: "2026-04-01", until: "2026-04-30" },
});

const judgement = (post: string) => (post === "practice-manager" ? { clause: "X-1", judge: "service-manager" } : null);
const questions = (): readonly Question[] => [
  { name: "awareAt", type: "instant", asks: "When?" },
  { name: "subjects", type: "people", asks: "Who is it about?", assume: [] },
];

interface Given {
  readonly dueAt?: number | null;
  readonly roster?: readonly Person[];
  readonly covers?: readonly Cover[];
  readonly by?: string;
  readonly subjects?: readonly string[];
  readonly phone?: boolean;
  readonly deaf?: readonly string[];
}

const reported = async (given: Given = {}) => {
  const { dueAt = null, roster = everybody, covers = [away("pat", "cy")], by = "ana", subjects = [] } = given;
  const told = { post: "practice-manager", leaveAt: noon, dueAt } as const;
  const calls = given.phone === true ? [{ ...told, how: "phone" as const }] : [];
  const world = house(
    () => assessment([clause("W-1", { dueAt, tell: [{ ...told, how: "teams" }, ...calls] })]),
    roster,
    {
      rules: { judgement, questions },
      covers,
    },
  );
  world.failing((to) =>
    (given.deaf ?? []).map(email).includes(to) ? { outcome: "unreachable", why: "has no app" } : undefined,
  );
  const { id } = await world.draft(email(by), { answers: { awareAt: noon, subjects: subjects.map(email) } });
  await world.reporting.confirm(id, email(by));
  await world.settle();
  const cards = (name: string) => world.to(email(name)).filter(({ message }) => message.kind === "telling");
  const told_ = () => ["sam", "sue", "pat", "cy", "hugh", "dee"].filter((name) => cards(name).length > 0);
  return { ...world, reporting: world.reporting, id, told: told_ };
};

const friday = atLondon("2026-04-10", "17:00");

describe("who is asked to judge, and when nobody is", () => {
  it.each<[string, Given, string[]]>([
    ["the service manager of the reporter's line", { dueAt: friday }, ["sam"]],
    ["where no limit is stated as well", {}, ["sam"]],
    ["their cover, while they are away", { covers: [away("pat", "cy"), away("sam", "sue")] }, ["sue"]],
    [
      "every other one, when they are away and nobody covers",
      { covers: [away("pat", "cy"), away("sam", null)] },
      ["sue"],
    ],
    ["every one, for somebody whose line has none", { by: "bo" }, ["sam", "sue"]],
    ["another than the author", { by: "sam" }, ["sue"]],
    ["another than whoever it is about", { subjects: ["sam"] }, ["sue"]],
    ["nobody whether they are told themselves", { covers: [away("pat", "sam")] }, ["sam"]],
    [
      "nobody, when there is no judge",
      { roster: everybody.filter(({ id }) => ![sam.id, sue.id].includes(id)) },
      ["cy"],
    ],
    [
      "nobody, when the only one is the author",
      { by: "sam", roster: everybody.filter(({ id }) => id !== sue.id) },
      ["cy"],
    ],
    ["nobody, when the post's holder is here", { covers: [] }, ["pat"]],
    ["nobody, when another holder is here", { roster: [...everybody, person("pim", ["practice-manager"])] }, ["cy"]],
    ["nobody, when it is due already", { dueAt: noon }, ["cy"]],
    ["nobody, when less than an hour would be left to judge", { dueAt: noon + 2 * hour }, ["cy"]],
    ["nobody, when a telephone call is asked for", { phone: true, dueAt: friday }, ["cy"]],
  ])("%s", async (_, given, expected) => {
    expect((await reported(given)).told()).toEqual(expected);
  });

  it("nobody, when nobody covers: the next post is told as always", async () => {
    const { told } = await reported({ covers: [away("pat", null)] });
    expect(told()).toEqual(["dee"]);
  });
});

const because = "It can wait";

describe("what comes of it", () => {
  it("raised: the person covering is told at once, and once", async () => {
    const { reporting, id, settle, told, at } = await reported();
    await reporting.judge(id, email("sam"), true, "It is a pattern");
    await settle();
    expect(told()).toEqual(["sam", "cy"]);
    at(noon + 400 * hour);
    await settle();
    const seen = await reporting.see(id, email("ana"));
    expect(seen).toMatchObject({
      report: {
        timeline: expect.arrayContaining([
          expect.objectContaining({ text: expect.stringContaining("Sam judged that this is raised") as string }),
        ]) as object[],
      },
    });
  });

  it("not raised: nobody is told, however long it lasts and though the holder comes back", async () => {
    const { reporting, id, settle, told, at, restart } = await reported({ dueAt: friday });
    await reporting.judge(id, email("sam"), false, because);
    restart();
    for (const later of [24, 240, 2400]) {
      at(noon + later * hour);
      await settle();
    }
    expect(told()).toEqual(["sam"]);
  });

  it("without a reason nothing is judged", async () => {
    const { reporting, id } = await reported();
    expect(await reporting.judge(id, email("sam"), false, "  ")).toMatchObject({ outcome: "unclear" });
    expect(await reporting.judge(id, email("sam"), false, because)).toMatchObject({ outcome: "done" });
  });

  it("the first of two stands, and the second is told who was first", async () => {
    const { reporting, id, settle, told } = await reported({ by: "bo" });
    await reporting.judge(id, email("sue"), false, because);
    const second = await reporting.judge(id, email("sam"), true, "I would raise it");
    expect(second).toMatchObject({ outcome: "late", why: expect.stringMatching(/^Sue judged this/) as string });
    await settle();
    expect(told()).toEqual(["sam", "sue"]);
  });

  it.each<[string, number | null, number]>([
    ["two working hours before it is due", friday, atLondon("2026-04-10", "15:00")],
    ["over Easter, where no limit is stated: a working day after it was asked", null, atLondon("2026-04-02", "11:00")],
    ["on the day itself, when it is due at midnight", atLondon("2026-04-01", "23:59"), atLondon("2026-04-01", "15:00")],
  ])("nobody judged: told %s, and not a second sooner", async (_, dueAt, then) => {
    const { settle, told, at, reporting, id } = await reported({ dueAt });
    at(then - 1000);
    await settle();
    expect(told()).toEqual(["sam"]);
    at(noon - 24 * hour);
    await settle();
    at(then);
    await settle();
    expect(told()).toEqual(["sam", "cy"]);
    expect(await reporting.judge(id, email("sam"), false, because)).toMatchObject({ outcome: "unclear" });
    expect((await reporting.see(id, email("ana"))) as object).toMatchObject({
      report: {
        timeline: expect.arrayContaining([
          expect.objectContaining({ text: expect.stringContaining("Sam had not judged it in time") as string }),
        ]) as object[],
      },
    });
  });

  it("Teams refuses the judge: told at once, and the timeline says why", async () => {
    const { told, facts, id } = await reported({ deaf: ["sam"] });
    expect(told()).toEqual(["cy"]);
    expect(await facts(id)).toContainEqual(
      expect.objectContaining({ kind: "lapsed", why: "Sam could not be reached in Teams to judge it" }),
    );
  });

  it("closed before anybody judged: it is told all the same", async () => {
    const { reporting, id, settle, told, at } = await reported();
    await reporting.close(id, email("sam"), "Nothing in it");
    expect(await reporting.judge(id, email("sam"), false, because)).toMatchObject({ outcome: "late" });
    at(noon + 48 * hour);
    await settle();
    expect(told()).toEqual(["sam", "cy"]);
  });

  it("acknowledged is not judged", async () => {
    const { reporting, id, settle, told, at } = await reported();
    await reporting.acknowledge(id, email("sam"));
    at(noon + 48 * hour);
    await settle();
    expect(told()).toEqual(["sam", "cy"]);
  });
});
