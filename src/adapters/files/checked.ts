import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { TextFile } from "./policies.ts";

/** What was worked out from texts before, so that a start need not read and check them again. */
export interface Checked {
  /** What was kept of exactly these texts by exactly this code; undefined when nothing was, or it is damaged. */
  read(files: readonly TextFile[]): unknown;
  /** Keeps it, as JSON, in place of what was kept before. Where nothing can be written, nothing is kept. */
  write(files: readonly TextFile[], value: unknown): void;
}

const headSchema = z.strictObject({ key: z.string(), sum: z.string() });

const sha = (texts: readonly string[]): string => {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${String(text.length)}:`).update(text);
  return hash.digest("hex");
};

/** Every file of the folders whose code decides what a policy means. */
const textsBelow = (folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.[jt]s$/.test(name))
      .toSorted()
      .flatMap((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );

/**
 * Keeps it in a file: a line with the key and a sum of the rest, then the rest. `code`: the folders of the code that
 * worked it out; a change of a letter in them, in a text or in its path makes another key. Never throws: without what was kept,
 * everything is worked out anew. It guards against accidents, not against somebody who may write where the store is.
 */
export const checkedIn = (path: string, code: readonly string[]): Checked => {
  let ofCode: string | undefined;
  const keyOf = (files: readonly TextFile[]): string => {
    ofCode ??= sha([process.version, ...textsBelow(code)]);
    return sha([ofCode, ...files.flatMap((file) => [file.path, file.text])]);
  };
  return {
    read: (files) => {
      try {
        const text = readFileSync(path, "utf8");
        const end = text.indexOf("\n");
        const [head, rest] = [headSchema.parse(JSON.parse(text.slice(0, end))), text.slice(end + 1)];
        return head.key === keyOf(files) && head.sum === sha([rest]) ? (JSON.parse(rest) as unknown) : undefined;
      } catch {
        return undefined;
      }
    },
    write: (files, value) => {
      try {
        const rest = JSON.stringify(value);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(`${path}.part`, `${JSON.stringify({ key: keyOf(files), sum: sha([rest]) })}\n${rest}`);
        renameSync(`${path}.part`, path);
      } catch {
        // A folder that cannot be written: the next start takes as long as this one.
      }
    },
  };
};
