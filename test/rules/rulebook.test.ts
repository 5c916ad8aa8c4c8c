import { clause, composeRulebook, deadline, eventsOf, plainRulebook, questionsFor } from "../../src/rules/rulebook.ts";
import { runExamples } from "../../src/rules/examples.ts";
import { at, head, rulebookOf } from "./support/rulebook.ts";
import { loadSmall, swap } from "./support/small-policy.ts";

const loaded = loadSmall();
const rulebook = plainRulebook(loaded);
const ambershire = () => {
  const [council] = loaded.councils;
  if (!council) throw new Error("no council");
  return council;
};

describe("a rulebook", () => {
  test("lists the events that some clause is on, in the vocabulary's order", () => {
    expect(eventsOf(rulebook).map(({ id }) => id)).toEqual(["child-missing", "staff-sick"]);
  });

  test("asks only what the event's clauses use, first what the clock counts from", () => {
    expect(questionsFor(rulebook, "child-missing").map(({ name }) => name)).toEqual([
      "missingSince",
      "status",
      "whereabouts",
      "age",
    ]);
    expect(questionsFor(rulebook, "staff-sick").map(({ name }) => name)).toEqual(["offSince"]);
    expect(questionsFor(rulebook, "press")).toEqual([]);
  });

  test("asks the anchor first even where the event does not", () => {
    const other = rulebookOf(
      `${head("Q-1")}, on: child-missing, when: { status: cp }, anchor: awareAt, clock: { sameDay: true }, tell: [{ post: director }] }\n`,
    );
    expect(questionsFor(other, "child-missing").map(({ name }) => name)).toEqual(["awareAt", "status"]);
  });

  test("takes the council's titles, closure days and hours", () => {
    const council = { ...ambershire(), closureDays: ["2026-04-07"] };
    const composed = composeRulebook(loaded, council);
    expect(deadline(composed, "S-1", at("2026-04-01T18:00"))?.dueAt).toBe(at("2026-04-08T17:00"));
    expect(composed.posts["director"]).toBe("Director");
  });

  test("cannot be composed of a policy that was not loaded", () => {
    expect(() => composeRulebook(loaded, { ...ambershire(), policies: ["large"] })).toThrow("large");
  });
});

describe("a clause's deadline from its anchor", () => {
  test.each([
    ["S-1", "2026-04-01T18:00", "2026-04-02T18:00", "2026-04-07T17:00"],
    ["S-2", "2026-03-02T09:00", "2026-03-17T00:00", "2026-03-17T17:00"],
    ["S-3", "2026-03-02T09:00", null, null],
  ])("%s from %s matures %s and is due %s", (id, from, maturesAt, dueAt) => {
    expect(deadline(rulebook, id, at(from))).toEqual({
      maturesAt: maturesAt === null ? null : at(maturesAt),
      dueAt: dueAt === null ? null : at(dueAt),
    });
  });

  test("there is none for an unknown clause", () => {
    expect(deadline(rulebook, "S-9", at("2026-04-01T18:00"))).toBeUndefined();
  });
});

describe("editions of a clause", () => {
  const editions = rulebookOf(`
${head("D-1")}, on: press, tell: [{ post: director }], inForce: { from: 2020-01-01, to: 2026-04-01 } }
${head("D-1")}, on: press, tell: [{ post: assistant-director }], inForce: { from: 2026-04-01 } }
`);

  test.each([
    ["on its last day the old one holds", "2026-03-31T23:59:59", "director"],
    ["from the first day of the new one, the new", "2026-04-01T00:00", "assistant-director"],
  ])("%s", (_says, asOf, post) => {
    expect(clause(editions, "D-1", at(asOf))?.tell[0]?.post).toBe(post);
  });

  test("without a date the newest is meant", () => {
    expect(clause(editions, "D-1")?.tell[0]?.post).toBe("assistant-director");
  });
});

describe("worked examples", () => {
  test("say what they are about and hold", () => {
    expect(runExamples(loaded).map(({ clause: id, misses }) => [id, misses])).toEqual([
      ["S-1", []],
      ["S-2", []],
    ]);
  });

  test("fail with what was expected and what came out", () => {
    const wrong = loadSmall({ "small/1-clauses.yaml": swap("maturesAt: 2026-04-02T18:00", "maturesAt: null") });
    expect(runExamples(wrong)[0]?.misses).toEqual([
      {
        at: ["expect", "maturesAt"],
        wrong: "expected maturesAt null, got 2026-04-02T18:00",
        instead: "correct the clause or the example",
      },
    ]);
  });
});
