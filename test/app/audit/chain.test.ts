import fc from "fast-check";
import type { Sealed } from "../../../src/app/audit/chain.ts";
import { append, canonical, genesis, headOf, verifyChain } from "../../../src/app/audit/chain.ts";

const key = { kind: "report", id: "r1" } as const;
const chainOf = (facts: readonly unknown[], of: { kind: "report" | "draft"; id: string } = key): Sealed<unknown>[] =>
  facts.reduce<Sealed<unknown>[]>((chain, fact) => append(of, chain, fact), []);
const asStored = (chain: unknown): Sealed<unknown>[] => JSON.parse(JSON.stringify(chain)) as Sealed<unknown>[];

describe("a chain of facts", () => {
  const three = chainOf([
    { at: 1, kind: "reported" },
    { at: 2, kind: "told" },
    { at: 3, kind: "closed" },
  ]);
  const [first, second, third] = three as [Sealed<unknown>, Sealed<unknown>, Sealed<unknown>];

  it("is whole as it was made, empty too", () => {
    expect(verifyChain(key, three)).toEqual({ ok: true, head: third.hash });
    expect(verifyChain(key, [])).toEqual({ ok: true, head: genesis(key) });
    expect(headOf(key, [])).toBe(genesis(key));
  });

  it("always has the same hashes: a change to them would make every stored record look altered", () => {
    expect(third.hash).toBe("d80f5d02cf1a1f655bd86677e17a893117230b565c527eb0f6604bdc44d395f5");
  });

  it.each([
    ["a fact was changed", [first, { ...second, fact: { at: 2, kind: "told!" } }, third], 1],
    ["a hash was changed", [first, { ...second, hash: second.hash.replace(/^./, "g") }, third], 1],
    ["two facts changed places", [first, third, second], 1],
    ["a fact was taken out", [first, third], 1],
    ["the first fact was taken out", [second, third], 0],
    ["a fact was put in twice", [first, first, second, third], 1],
  ])("shows where %s", (_what, chain, index) => {
    expect(verifyChain(key, chain)).toMatchObject({ ok: false, index });
  });

  it.each([
    ["id", { kind: "report", id: "r2" }],
    ["kind", { kind: "draft", id: "r1" }],
  ] as const)("belongs to its record alone: another %s refuses it", (_what, other) => {
    expect(verifyChain(other, three)).toMatchObject({ ok: false, index: 0 });
  });

  it("leaves the chain that it extends as it was", () => {
    const before = structuredClone(three);
    append(key, three, { at: 4 });
    expect(three).toEqual(before);
  });

  it("survives being stored and read back, whatever JSON the facts hold", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), (facts) => {
        expect(verifyChain(key, asStored(chainOf(facts)))).toMatchObject({ ok: true });
      }),
    );
  });

  it.each([
    [{ b: 1, a: { d: [1, { f: 1, e: 2 }], c: null } }, '{"a":{"c":null,"d":[1,{"e":2,"f":1}]},"b":1}'],
    [{ given: 1, missing: undefined }, '{"given":1}'],
    [{ ü: "é\n", u: -0 }, '{"u":0,"ü":"é\\n"}'],
  ])("writes a fact in one way only: %j", (value, text) => {
    expect(canonical(value)).toBe(text);
  });
});
