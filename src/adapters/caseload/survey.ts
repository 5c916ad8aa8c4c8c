import { TextDecoder } from "node:util";
import type { CaseloadFile } from "./file.ts";
import { looksLikeHeadings } from "./headings.ts";

/** Title rows that somebody put above the headings. */
export const mostTitles = 20;

export interface Survey {
  readonly encoding: string;
  /** Somewhere there is what could be a date with its month first: the columns must then be looked at. */
  readonly monthFirst: boolean;
  readonly delimiter: string;
  readonly readable: boolean;
}

/** Looks through the whole file once, quickly: how its letters are written, and what must be known before a row is taken. */
export const survey = async (file: CaseloadFile): Promise<Survey> => {
  let encoding = "";
  let strict: TextDecoder | undefined;
  let monthFirst = false;
  let start = "";
  let readable = true;
  let tail = "";
  for await (const piece of file.open()) {
    if (encoding === "") {
      encoding = encodingOf(piece);
      strict = new TextDecoder(encoding, { fatal: true });
    }
    const strictly = decoded(strict, piece);
    // Older systems on Windows: every byte is a letter there, so nothing more can go wrong.
    if (strictly === undefined) [encoding, strict] = ["windows-1252", new TextDecoder("windows-1252")];
    const text = strictly ?? strict?.decode(piece, { stream: true }) ?? "";
    if (start.length < 10_000) start += text;
    if (text.includes("\u0000")) readable = false;
    monthFirst ||= monthFirstSomewhere.test(tail + text);
    tail = text.slice(-12);
  }
  return { encoding, monthFirst, readable, delimiter: delimiterOf(start) };
};

const monthFirstSomewhere = /(?<!\d)(?:0?[1-9]|1[0-2])[/.-](?:1[3-9]|2\d|3[01])[/.-]\d{4}/;

const encodingOf = (piece: Uint8Array): string => {
  if (piece[0] === 0xff && piece[1] === 0xfe) return "utf-16le";
  return piece[0] === 0xfe && piece[1] === 0xff ? "utf-16be" : "utf-8";
};

const decoded = (decoder: TextDecoder | undefined, piece: Uint8Array): string | undefined => {
  try {
    return decoder?.decode(piece, { stream: true });
  } catch {
    return undefined;
  }
};

/** Excel writes commas in Britain, semicolons elsewhere, and tabs as "Unicode text". */
const delimiterOf = (start: string): string => {
  const lines = start.split(/\r?\n/, mostTitles + 1);
  const heading = lines.find((line) => looksLikeHeadings(line.split(/[,;\t]/).map(unquoted))) ?? lines[0] ?? "";
  const count = (delimiter: string): number => heading.split(delimiter).length;
  return [",", ";", "\t"].reduce((best, each) => (count(each) > count(best) ? each : best));
};

const unquoted = (text: string): string => text.trim().replace(/^"|"$/g, "");
