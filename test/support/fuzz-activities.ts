import { isObject } from "./teams/index.ts";

/** Words that must never be found in a log. */
export const personal = "Zebedee Quillfeather 943 476 5919";

/** What is posted: its body as bytes, and the content type it claims. */
export interface Malformed {
  readonly what: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

type Json = Record<string, unknown>;
type Chance = () => number;

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
const pick = <T>(of: readonly T[], chance: Chance): T => {
  const found = of[Math.floor(chance() * of.length)];
  if (found === undefined) throw new Error("There is nothing to pick from.");
  return found;
};

/** Real activities of every kind that reaches the bot, with personal words in them. */
const real = (base: Json): readonly Json[] => {
  const execute = (verb: string, data: Json): Json => ({
    ...base,
    type: "invoke",
    name: "adaptiveCard/action",
    replyToId: "1:1",
    value: { action: { type: "Action.Execute", verb, data: { verb, ...data } }, trigger: "manual" },
  });
  return [
    { ...base, type: "message", text: personal },
    { ...base, type: "message", replyToId: "1:1", value: { verb: "draft.start", text: personal } },
    execute("draft.answer", { draft: "d1", screen: "what", step: "1", answer: "send", what: personal }),
    execute("report.acknowledge", { report: "r1", face: "telling" }),
    execute("report.ask", { report: "r1", question: personal }),
    execute("report.brief", { report: "NTK-2026-0001", basics: personal }),
    {
      ...base,
      type: "invoke",
      name: "composeExtension/fetchTask",
      value: { commandId: "reportThis", messagePayload: { id: "1", body: { contentType: "html", content: personal } } },
    },
    {
      ...base,
      type: "invoke",
      name: "task/submit",
      value: { data: { verb: "draft.answer", draft: "d1", what: personal } },
    },
    { ...base, type: "conversationUpdate", membersAdded: [{ id: "28:watchful" }] },
    { ...base, type: "messageReaction", replyToId: "1:1" },
  ];
};

/** Every place in an object, outermost first. */
const placesIn = (node: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  isObject(node)
    ? Object.entries(node).flatMap(([key, value]) => [[...path, key], ...placesIn(value, [...path, key])])
    : [];

const changed = (node: unknown, [key, ...rest]: readonly string[], change: (value: unknown) => unknown): unknown => {
  if (key === undefined) return change(node);
  if (!isObject(node)) return node;
  const value = changed(node[key], rest, change);
  return value === undefined
    ? Object.fromEntries(Object.entries(node).filter(([name]) => name !== key))
    : { ...node, [key]: value };
};

/** Serialised as it is: these keys do not survive an object literal. */
const poisoned =
  '{"__proto__":{"type":"message","isAdmin":true},"constructor":{"prototype":{"polluted":"yes"}},"toString":1}';
const marker = "PUT-HERE";

const wrong: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  "",
  " ",
  "\u0000",
  "\ud800",
  "‮𝕏",
  [],
  [[]],
  {},
  { id: { id: {} } },
  "x".repeat(600),
  "y".repeat(30_000),
  "constructor",
  "__proto__",
  "../../etc/passwd",
  "' OR 1=1 --",
  "http://127.0.0.1:1/",
  "javascript:alert(1)",
  [personal],
  { text: personal },
  Number.MAX_SAFE_INTEGER,
  personal,
];

const deep = (levels: number): string => '{"a":'.repeat(levels) + "1" + "}".repeat(levels);
const deepList = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);

/** One mutation of a real activity, or of its text. */
const mutations: readonly (readonly [string, (activity: Json, chance: Chance) => Malformed | string])[] = [
  [
    "a value of another kind",
    (activity, chance) =>
      JSON.stringify(changed(activity, pick(placesIn(activity), chance), () => pick(wrong, chance))),
  ],
  [
    "three values of other kinds",
    (activity, chance) =>
      JSON.stringify(
        [1, 2, 3].reduce<unknown>(
          (now) => changed(now, pick(placesIn(activity), chance), () => pick(wrong, chance)),
          activity,
        ),
      ),
  ],
  [
    "nothing where something was",
    (activity, chance) => JSON.stringify(changed(activity, pick(placesIn(activity), chance), () => undefined)),
  ],
  [
    "the keys of a prototype",
    (activity, chance) =>
      JSON.stringify(changed(activity, pick(placesIn(activity), chance), () => marker)).replace(
        `"${marker}"`,
        poisoned,
      ),
  ],
  [
    "ten thousand levels",
    (activity, chance) =>
      JSON.stringify(changed(activity, pick(placesIn(activity), chance), () => marker)).replace(
        `"${marker}"`,
        pick([deep, deepList], chance)(10_000),
      ),
  ],
  ["too many bytes", (activity) => JSON.stringify({ ...activity, text: personal.repeat(9_000) })],
  [
    "half of it",
    (activity, chance) => {
      const text = JSON.stringify(activity);
      return text.slice(0, Math.floor(chance() * text.length));
    },
  ],
  [
    "a bit flipped",
    (activity, chance) => {
      const body = bytes(JSON.stringify(activity));
      const at = Math.floor(chance() * body.length);
      body[at] = (body[at] ?? 0) ^ (1 << Math.floor(chance() * 8));
      return { what: "", body, type: "application/json" };
    },
  ],
  [
    "invalid UTF-8",
    (activity, chance) => {
      const body = bytes(JSON.stringify(activity));
      const at = Math.floor(chance() * body.length);
      body.set([0xff, 0xc0, 0x80].slice(0, Math.max(0, body.length - at)), at);
      return { what: "", body, type: "application/json" };
    },
  ],
  ["another content type", (activity) => ({ what: "", body: bytes(JSON.stringify(activity)), type: "text/plain" })],
  [
    "no activity",
    (_activity, chance) =>
      pick(["", "null", "[]", "1", '"x"', "{}", "\u0000", "[{}]", deep(33), deepList(100_000)], chance),
  ],
];

/** The nth malformed activity of this storm. */
export const malformed = (base: Json, chance: Chance): Malformed => {
  const [what, mutate] = pick(mutations, chance);
  const made = mutate(pick(real(base), chance), chance);
  return typeof made === "string" ? { what, body: bytes(made), type: "application/json" } : { ...made, what };
};
