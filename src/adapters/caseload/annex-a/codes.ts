import { surely } from "../likeness.ts";
import { either, Fault, shown } from "../text.ts";

/** "c) Child in need plan", "c)" or "c": the letter; undefined where there is none. */
const letterOf = (text: string): string | undefined => /^([a-z])(?:\s*[).:-]|$)/i.exec(text)?.[1]?.toLowerCase();

export const caseStatuses = ["cla", "cp", "cin", "assessment", "closed"] as const;
export type CaseStatus = (typeof caseStatuses)[number];

const statusLetters: Readonly<Record<string, CaseStatus>> = {
  a: "cla",
  b: "cp",
  c: "cin",
  d: "assessment",
  e: "closed",
};

const statusWords: readonly (readonly [string, CaseStatus])[] = [
  ["Looked after child", "cla"],
  ["Child looked after", "cla"],
  ["Looked after", "cla"],
  ["LAC", "cla"],
  ["CLA", "cla"],
  ["Child Protection plan", "cp"],
  ["Child Protection", "cp"],
  ["CPP", "cp"],
  ["CP", "cp"],
  ["Child in need plan", "cin"],
  ["Child in need", "cin"],
  ["CIN plan", "cin"],
  ["CIN", "cin"],
  ["Open assessment", "assessment"],
  ["Assessment", "assessment"],
  ["Closed episode", "closed"],
  ["Closed", "closed"],
];

const withoutLetter = (text: string): string => text.replace(/^[a-z]\s*[).:-]\s*/i, "");

/** List 6, case status: a letter, a label, or both. A letter and a label that disagree are refused. */
export const readStatus = (text: string): CaseStatus | Fault => {
  const byLetter = statusLetters[letterOf(text) ?? ""];
  const label = withoutLetter(text);
  const byLabel = surely(label, statusWords);
  if (byLetter !== undefined && byLabel !== undefined && byLetter !== byLabel && label.length > 1)
    return new Fault(`${shown(text)} has a letter and a label that disagree: correct one of them`);
  const status = byLabel ?? byLetter;
  const known = ["a) Looked after child", "b) Child Protection plan", "c) Child in need plan", "d) Open assessment"];
  return status ?? new Fault(`${shown(text)} is no case status: write ${either([...known, "e) Closed episode"])}`);
};

/** "a) Yes", "Yes", "Y", "b) No"; undefined for "c) Unknown". */
export const readYesNo = (text: string): boolean | undefined | Fault => {
  const word = withoutLetter(text).trim().toLowerCase();
  if (["yes", "y", "true", "1"].includes(word) || text.toLowerCase() === "a") return true;
  if (["no", "n", "false", "0"].includes(word) || text.toLowerCase() === "b") return false;
  if (["unknown", "not known", "not recorded", "u"].includes(word) || text.toLowerCase() === "c") return undefined;
  return new Fault(`${shown(text)} is neither yes nor no: write a) Yes or b) No`);
};

/** "E1", wherever it stands: "a) U1: Foster placement", "U1 - Foster". */
const codeOf = (text: string, letters: string): string | undefined =>
  new RegExp(`(?:^|[^A-Za-z0-9])([${letters}]\\d)(?![A-Za-z0-9])`, "i").exec(text)?.[1]?.toUpperCase();

export type LegalStatus = "interim" | "full" | "other";

/** List 8: only the care orders matter, for a child placed with parents. */
export const readLegalStatus = (text: string): LegalStatus => {
  const code =
    codeOf(text, "CDEVLJ") ??
    surely(text, [
      ["ICO", "C1"],
      ["Interim care order", "C1"],
      ["FCO", "C2"],
      ["Full care order", "C2"],
    ] as const);
  if (code === "C1") return "interim";
  return code === "C2" ? "full" : "other";
};

export interface PlacementType {
  readonly placement: "foster" | "residential" | "adoption" | "parents" | null;
  readonly longTerm: boolean;
}

const placement = (kind: PlacementType["placement"], longTerm = false): PlacementType => ({
  placement: kind,
  longTerm,
});

/** The SSDA903 codes; those that are no placement of the vocabulary (hospital, prison, alone) give none. */
const placements: Readonly<Record<string, PlacementType>> = {
  ...{ U1: placement("foster", true), U2: placement("foster"), U3: placement("foster") },
  ...{ U4: placement("foster", true), U5: placement("foster"), U6: placement("foster") },
  ...{ A3: placement("adoption"), A4: placement("adoption"), A5: placement("adoption"), A6: placement("adoption") },
  ...{ P1: placement("parents"), H5: placement("residential"), K1: placement("residential") },
  ...{ K2: placement("residential"), R1: placement("residential"), R3: placement("residential") },
  ...{ S1: placement("residential") },
};

/** List 8, placement type, by its code. A label alone is not taken: several begin alike. */
export const readPlacement = (text: string): PlacementType | Fault => {
  const code = codeOf(text, "UAPHKRSTZ");
  if (code === undefined)
    return new Fault(`${shown(text)} has no placement code: write the code, like U6: Foster placement`);
  return placements[code] ?? placement(null);
};
