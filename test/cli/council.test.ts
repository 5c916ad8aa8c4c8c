import { z } from "zod";
import { watchful } from "./support/run.ts";

const council = ["--council", "policies/example/council.yaml"];
const listed = z.array(
  z.looseObject({
    id: z.string(),
    inUse: z.boolean(),
    instead: z.array(z.string()),
    because: z.string().nullable(),
  }),
);

describe("clauses --council", () => {
  test("--json says of every clause whether the council uses it, what holds instead, and why", async () => {
    const { code, out, err } = await watchful(["clauses", "--policy", "manager-standards", ...council, "--json"]);
    expect([code, err]).toEqual([0, ""]);
    const clauses = listed.parse(JSON.parse(out));
    expect(clauses.length).toBe(97);
    const use = (id: string) =>
      clauses.filter((clause) => clause.id === id).map(({ inUse, instead }) => [inUse, instead]);
    expect(use("WQ-7.1a")).toEqual([[false, ["PS-13"]]]);
    expect(use("WQ-7.1b")).toEqual([[true, []]]);
    expect(use("WQ-APX1")).toEqual([[false, []]]);
    expect(clauses.filter(({ inUse, because }) => !inUse && because === null)).toEqual([]);
  });

  test("in words, what is not in use says so", async () => {
    const { out } = await watchful(["clauses", "--policy", "manager-standards", ...council]);
    expect(out).toMatch(/^WQ-7\.1a: .* not in use: PS-13 holds: Eight weeks are shorter than three months\./m);
    expect(out).not.toMatch(/^WQ-7\.1b: .*not in use/m);
  });

  test("without a council nothing is said of its use", async () => {
    const { out } = await watchful(["clauses", "--policy", "manager-standards", "--json"]);
    expect(out).not.toContain('"inUse"');
  });
});

describe("check", () => {
  test("a council's whole folder is checked as the service reads it, without the shipped words", async () => {
    const { code, err } = await watchful(["check", "test/policies/brackwater"]);
    expect([code, err]).toEqual([0, "6 files, no fault, 0 warnings.\n"]);
  });

  test("a standard that can be longer than the law is a warning, and no fault", async () => {
    const { code, out, err } = await watchful(["check", "policies/manager-standards"]);
    expect([code, out]).toEqual([0, ""]);
    expect(err).toMatch(
      /^warning: policies\/manager-standards\/7-visits\.yaml:\d+:\d+: WQ-8\.1e allows more time than the law/m,
    );
  });
});
