import { faultsIn, loadSmall, swap } from "../support/small-policy.ts";
import type { SmallFile } from "../support/small-policy.ts";

type Mistake = [says: string, file: SmallFile, instead: string, written: string, faults: string[]];

describe("an author's mistakes in what a clause, an example or a council file means", () => {
  test.each<Mistake>([
    [
      "a notify clause that tells nobody",
      "small/1-clauses.yaml",
      "    tell: [{ post: assistant-director }]\n",
      "",
      ["small/1-clauses.yaml:17:9: S-2 has no tell: nobody would be told: write tell: …"],
    ],
    [
      "a notify clause on no event",
      "small/1-clauses.yaml",
      "    on: staff-sick\n",
      "",
      ["small/1-clauses.yaml:17:9: S-2 has no on: nothing ever makes it apply: write on: …"],
    ],
    [
      "a routing clause that is shown nowhere",
      "small/1-clauses.yaml",
      "    handledBy: The last screen of a report\n",
      "",
      [
        "small/1-clauses.yaml:31:9: S-3 has no handledBy: nobody could see where the product shows it: write handledBy: …",
      ],
    ],
    [
      "limbs beside a trigger",
      "small/1-clauses.yaml",
      "    on: staff-sick\n",
      "    on: staff-sick\n    limbs: [{ on: press }, { on: press }]\n",
      ["small/1-clauses.yaml:22:5: on stands beside limbs: move on into each limb"],
    ],
    [
      "a limb on no event",
      "small/1-clauses.yaml",
      "    on: staff-sick\n    anchor: offSince\n    clock: { whenOverWeeks: 2 }\n",
      "    limbs: [{ on: staff-sick, anchor: offSince, clock: { whenOverWeeks: 2 } }, { when: { risk: true } }]\n",
      ["small/1-clauses.yaml:22:80: this limb names no event: write on: and an event"],
    ],
    [
      "the same id twice",
      "small/1-clauses.yaml",
      "id: S-2",
      "id: S-1",
      [
        "small/1-clauses.yaml:17:9: S-1 is already in force on the same dates (small/1-clauses.yaml:2): give it another id, or in-force dates that do not overlap",
      ],
    ],
    [
      "an id again on overlapping dates",
      "small/1-clauses.yaml",
      "id: S-2",
      "id: S-1\n    inForce: { from: 2024-01-01, to: 2025-01-01 }",
      [
        "small/1-clauses.yaml:17:9: S-1 is already in force on the same dates (small/1-clauses.yaml:2): give it another id, or in-force dates that do not overlap",
      ],
    ],
    [
      "a clause in force outside its policy",
      "small/1-clauses.yaml",
      "id: S-2",
      "id: S-2\n    inForce: { from: 2018-01-01, to: 2019-01-01 }",
      [
        "small/1-clauses.yaml:18:5: S-2 is never in force: its policy runs from 2020-01-01: write dates within the policy's",
      ],
    ],
    [
      "dates the wrong way round",
      "small/policy.yaml",
      "{ from: 2020-01-01 }",
      "{ from: 2020-01-01, to: 2019-01-01 }",
      ["small/policy.yaml:5:34: it ends on 2019-01-01, before it begins: write a date after 2020-01-01"],
    ],
    [
      "a date that does not exist",
      "small/policy.yaml",
      "{ from: 2020-01-01 }",
      "{ from: 2020-02-30 }",
      ["small/policy.yaml:5:18: there is no 2020-02-30: write a date that exists, like 2026-03-31"],
    ],
    [
      "a date in another form",
      "small/policy.yaml",
      "{ from: 2020-01-01 }",
      "{ from: 1 January 2020 }",
      ["small/policy.yaml:5:18: 1 January 2020 is not written as from must be: write a date like 2026-03-31"],
    ],
    [
      "a clause that gives way to an unknown one",
      "small/1-clauses.yaml",
      "    on: staff-sick\n",
      "    on: staff-sick\n    unless: [S-9]\n",
      ["small/1-clauses.yaml:23:14: S-9 is not a clause of this policy: write S-1"],
    ],
    [
      "an example with the wrong deadline",
      "small/1-clauses.yaml",
      "dueAt: 2026-04-07T17:00",
      "dueAt: 2026-04-03T17:00",
      [
        "small/1-clauses.yaml:16:55: expected dueAt 2026-04-03T17:00, got 2026-04-07T17:00: correct the clause or the example",
      ],
    ],
    [
      "an example that expects the clause not to apply",
      "small/1-clauses.yaml",
      "applies: true, dueAt: 2026-03-17T17:00",
      "applies: false",
      ["small/1-clauses.yaml:30:28: expected applies false, got true: correct the clause or the example"],
    ],
    [
      "an example with an unknown fact",
      "small/1-clauses.yaml",
      "given: { offSince: 2026-03-02 }",
      "given: { ofSince: 2026-03-02 }",
      ["small/1-clauses.yaml:29:16: ofSince is not a known fact: write offSince"],
    ],
    [
      "an example without its anchor",
      "small/1-clauses.yaml",
      "given: { offSince: 2026-03-02 }",
      "given: { risk: true }",
      ["small/1-clauses.yaml:29:16: offSince must be given: write offSince: …"],
    ],
    [
      "an example with a date that does not exist",
      "small/1-clauses.yaml",
      "given: { offSince: 2026-03-02 }",
      "given: { offSince: 2026-02-30 }",
      ['small/1-clauses.yaml:29:16: offSince is "2026-02-30": write a date like 2026-04-01'],
    ],
    [
      "an example beyond the calendar",
      "small/1-clauses.yaml",
      "given: { offSince: 2026-03-02 }",
      "given: { offSince: 2099-03-02 }",
      [
        "small/1-clauses.yaml:29:16: Working days counted from 2099-03-02 lead outside the calendar, which knows bank holidays from 1 January 2000 to 31 December 2040. Check the date; if it is right, extend bankHolidayYears in src/time/bank-holidays.ts: write a date within the calendar",
      ],
    ],
    [
      "an example that expects another post",
      "small/1-clauses.yaml",
      "expect: { applies: true, dueAt: 2026-03-17T17:00 }",
      "expect: { tell: [{ post: director }] }",
      [
        "small/1-clauses.yaml:30:25: told as well, though not expected: assistant-director (teams): correct the clause or the example",
        "small/1-clauses.yaml:30:26: expected director to be told, got assistant-director (teams): correct the clause or the example",
      ],
    ],
    [
      "an example that expects no call",
      "small/1-clauses.yaml",
      "dueAt: 2026-04-07T17:00",
      "phone: false",
      ["small/1-clauses.yaml:16:55: expected phone false, got true: correct the clause or the example"],
    ],
    [
      "an unknown expectation",
      "small/1-clauses.yaml",
      "applies: true",
      "aplies: true",
      ["small/1-clauses.yaml:30:19: aplies is not a word that is known here: write applies"],
    ],
    [
      "an unknown type of fact",
      "common/events.yaml",
      "type: yes-no",
      "type: yesno",
      ["common/events.yaml:15:17: yesno is not a value of type: write yes-no"],
    ],
    [
      "a choice without options",
      "common/events.yaml",
      "risk: { type: yes-no",
      "risk: { type: choice",
      ["common/events.yaml:15:17: risk is a choice without options: write options: [{ value, label }]"],
    ],
    [
      "an assumption that is no option",
      "common/events.yaml",
      "assume: unknown",
      "assume: unknwon",
      ['common/events.yaml:14:13: what is assumed does not fit: whereabouts is "unknwon": write unknown'],
    ],
    [
      "an event that asks an unknown fact",
      "common/events.yaml",
      "facts: [offSince, risk]",
      "facts: [offSince, riks]",
      ["common/events.yaml:23:83: riks is not a known fact: write risk"],
    ],
    [
      "a policy under another folder's name",
      "small/policy.yaml",
      "id: small",
      "id: smaller",
      [
        "council.yaml:3:12: there is no policy small: write smaller",
        "small/policy.yaml:1:5: policy smaller stands in folder small: name the folder smaller",
      ],
    ],
    [
      "a council with an unknown policy",
      "council.yaml",
      "policies: [small]",
      "policies: [smal]",
      ["council.yaml:3:12: there is no policy smal: write small"],
    ],
    [
      "a council whose last resort is no post",
      "council.yaml",
      "lastResort: assistant-director",
      "lastResort: director",
      ["council.yaml:10:13: director is not a known post of this council: write assistant-director or service-manager"],
    ],
    [
      "a council with an unknown stand-in",
      "council.yaml",
      "otherwise: [assistant-director]",
      "otherwise: [director]",
      ["council.yaml:6:58: director is not a known post of this council: write assistant-director or service-manager"],
    ],
    [
      "a council with an unknown channel",
      "council.yaml",
      "channel: desk",
      "channel: dsk",
      ["council.yaml:5:61: dsk is not a known channel of this council: write desk"],
    ],
    [
      "a council with a misspelt key",
      "council.yaml",
      "telephone:",
      "telefone:",
      ["council.yaml:9:1: telefone is not a word that is known here: write telephone"],
    ],
  ])("%s", (_says, file, instead, written, faults) => {
    expect(faultsIn(loadSmall({ [file]: swap(instead, written) }))).toEqual(faults);
  });
});
