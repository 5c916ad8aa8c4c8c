import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { agenciesFrom, readAgencies } from "../../../src/adapters/agencies/read.ts";

const known = { police: "Police", health: "Health" };
const header = "agency,area,name,email,telephone";
const read = (...lines: string[]) => readAgencies([header, ...lines].join("\n"), known);

it("reads contacts, with the columns in any order and blanks where nothing is known", () => {
  const csv =
    "\uFEFFEmail,name,agency,telephone,area,notes\r\nDesk@Police.example,Child abuse desk,police,,North,old\r\n\r\n";
  const { contacts, faults } = readAgencies(csv, known);
  expect(faults).toEqual([]);
  expect(agenciesFrom(contacts).contacts()).toEqual([
    { agency: "police", area: "North", name: "Child abuse desk", email: "desk@police.example", telephone: "" },
  ]);
});

it.each([
  ["an agency that the policies do not know", "army,,Desk,desk@police.example,", "write one of police, health"],
  ["an agency named after what every object has", "toString,,Desk,desk@police.example,", "is no agency"],
  ["no name", "police,,,desk@police.example,", "the name is missing"],
  ["no email", "police,,Desk,,01632 960311", '"" is not an email address'],
  ["a telephone in the email's place", "police,,Desk,01632 960311,", "is not an email address"],
  ["a private address", "police,,Desk,pc.jones@gmail.com,", "is a private address"],
  ["a comma too many", "police,,Desk, north,desk@police.example,", "6 cells where the header has 5"],
])("finds %s, and says what to write", (_, line, words) => {
  const { contacts, faults } = read("health,,Team,team@health.example,", line);
  expect(contacts).toHaveLength(1);
  expect(faults).toEqual([{ line: 3, what: expect.stringContaining(words) }]);
});

it("finds a contact that is there twice for one area, and lets it serve two", () => {
  const { contacts, faults } = read(
    "police,North,Desk,desk@police.example,",
    "police,South,Desk,desk@police.example,",
    "police,north,Desk again,DESK@police.example,",
  );
  expect(contacts.map(({ area }) => area)).toEqual(["North", "South"]);
  expect(faults).toEqual([{ line: 4, what: expect.stringContaining("already on line 2") }]);
});

it("finds a header that lacks columns, and a quote that is not closed", () => {
  expect(readAgencies("agency,name", known).faults[0]?.what).toContain("the header lacks area, email, telephone");
  expect(read('police,,"Desk,desk@police.example,').faults.length).toBeGreaterThan(0);
});

it("finds nothing wrong with the example council's, which has a contact for every agency outside", () => {
  const vocabulary = parse(readFileSync("policies/common/meetings.yaml", "utf8")) as {
    agencies: Record<string, string>;
    ours?: string[];
  };
  const { contacts, faults } = readAgencies(readFileSync("policies/example/agencies.csv", "utf8"), vocabulary.agencies);
  expect(faults).toEqual([]);
  const outside = Object.keys(vocabulary.agencies).filter((agency) => agency !== "social-care");
  expect(outside.filter((agency) => !contacts.some((contact) => contact.agency === agency))).toEqual([]);
});
