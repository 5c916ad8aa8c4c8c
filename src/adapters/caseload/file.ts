import { createReadStream } from "node:fs";
import { basename } from "node:path";

/** A file that can be read more than once, from its beginning. */
export interface CaseloadFile {
  /** Without its folder; the end of the name says nothing that the bytes do not. */
  readonly name: string;
  readonly open: () => AsyncIterable<Uint8Array>;
}

const chunk = 1 << 18;

export const fileAt = (path: string): CaseloadFile => ({
  name: basename(path),
  open: () => createReadStream(path, { highWaterMark: chunk }),
});

export const fileOf = (name: string, bytes: Uint8Array): CaseloadFile => ({
  name,
  open: async function* () {
    // In pieces, so that nothing that reads it can lean on getting everything at once.
    for (let at = 0; at < bytes.length; at += chunk) yield await Promise.resolve(bytes.subarray(at, at + chunk));
  },
});

/** Everything at once: for workbooks, whose table of contents is at their end. */
export const bytesOf = async (file: CaseloadFile): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of file.open()) pieces.push(piece);
  return Buffer.concat(pieces);
};
