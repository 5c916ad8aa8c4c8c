import { faultInWords, loadPolicies } from "../../../src/rules/policy/load.ts";
import type { Loaded } from "../../../src/rules/policy/clause.ts";

/** A small policy of its own, so that the engine's tests do not move when a council's text does. */
export const smallPolicy = {
  "common/events.yaml": `facts:
  awareAt: { type: instant, asks: When did you first know? }
  missingSince: { type: instant, asks: When did the child go missing? }
  returnedAt: { type: instant, asks: When did the child come back?, assume: 2100-01-01 }
  offSince: { type: date, asks: What was the first day off? }
  status:
    type: choices
    asks: What is the child's status?
    options: [{ value: cin, label: CIN }, { value: cp, label: CP }, { value: cla, label: CLA }]
  whereabouts:
    type: choice
    asks: Does anybody know where the child is?
    options: [{ value: known, label: "Yes" }, { value: unknown, label: "No" }]
    assume: unknown
  risk: { type: yes-no, asks: Is there a risk?, assume: true }
  age: { type: number, asks: How old is the child?, assume: 0 }
events:
  child-missing:
    title: A child is missing
    group: Children
    category: Missing
    facts: [missingSince, status, whereabouts, awareAt, age]
  staff-sick: { title: Off sick, group: Staff, category: Staff, facts: [offSince, risk] }
  press: { title: The press, group: Other, category: Press, facts: [awareAt, risk] }
`,
  "common/posts.yaml": `posts:
  assistant-director: Assistant Director
  director: Director
  service-manager: Service Manager
`,
  "small/policy.yaml": `id: small
title: A small policy
source: Ambershire, page 1
version: "1"
inForce: { from: 2020-01-01 }
kind: need-to-know
`,
  "small/1-clauses.yaml": `clauses:
  - id: S-1
    title: Missing for 24 hours
    words: Children missing for 24 hours
    source: Row 1
    kind: notify
    on: child-missing
    when: { all: [{ status: { in: [cp, cla] } }, { whereabouts: unknown }] }
    anchor: missingSince
    tell: [{ post: assistant-director, clock: { nextWorkingDayAfter: { hours: 24 } } }]
    reportedBy: [service-manager]
    phone: { age: { atMost: 12 } }
    examples:
      - says: missing from Wednesday evening before Easter, told by Tuesday's end
        given: { status: cla, whereabouts: unknown, missingSince: 2026-04-01T18:00 }
        expect: { maturesAt: 2026-04-02T18:00, dueAt: 2026-04-07T17:00 }
  - id: S-2
    title: Off sick
    words: Staff off sick for over two weeks
    source: Row 2
    kind: notify
    on: staff-sick
    anchor: offSince
    clock: { whenOverWeeks: 2 }
    unit: assumed
    tell: [{ post: assistant-director }]
    examples:
      - says: off since 2 March
        given: { offSince: 2026-03-02 }
        expect: { applies: true, dueAt: 2026-03-17T17:00 }
  - id: S-3
    title: Tell the right post
    words: Managers tell the right post
    source: Row 3
    kind: routing
    handledBy: The last screen of a report
`,
  "council.yaml": `id: ambershire
name: Ambershire
policies: [small]
posts:
  assistant-director: { title: Assistant Director, channel: desk }
  service-manager: { title: Service Manager, otherwise: [assistant-director] }
channels:
  desk: { title: The desk, conversation: "19:desk" }
telephone: { label: Duty desk, number: "01632 960000" }
lastResort: assistant-director
`,
} as const;
export type SmallFile = keyof typeof smallPolicy;

type Edits = Partial<Record<SmallFile, (text: string) => string>>;

/** Loads the small policy, with edits to its texts and more files beside it. */
export const loadSmall = (edits: Edits = {}, more: Readonly<Record<string, string>> = {}): Loaded => {
  const texts: Record<string, string> = { ...smallPolicy, ...more };
  for (const [path, edit] of Object.entries(edits)) texts[path] = edit(texts[path] ?? "");
  return loadPolicies(Object.entries(texts).map(([path, text]) => ({ path, text })));
};

export const faultsIn = (loaded: Loaded): readonly string[] => loaded.faults.map(faultInWords);
export const warningsIn = (loaded: Loaded): readonly string[] => loaded.warnings.map(faultInWords);

/** Replaces a piece of the text, which must be there. */
export const swap =
  (from: string, to: string) =>
  (text: string): string => {
    if (!text.includes(from)) throw new Error(`The text does not hold: ${from}`);
    return text.replace(from, () => to);
  };
