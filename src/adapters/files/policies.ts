import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";

/** A text file, named by the path it was asked under. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

const isYaml = (name: string): boolean => /\.ya?ml$/i.test(name);
const hidden = (name: string): boolean => name.split(sep).some((part) => part.startsWith("."));

/**
 * The YAML files at a path: the file itself, or all below the folder, in a stable order. Names keep the path as given,
 * with slashes. Throws when there is nothing at the path, or it cannot be read.
 */
export const readPolicyFiles = (path: string): readonly TextFile[] => {
  if (!statSync(path).isDirectory()) return [readText(path)];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => isYaml(name) && !hidden(name))
    .toSorted()
    .map((name) => readText(join(path, name)));
};

/** How staff say things: needed for suggestions only, and by far the longest of the files. */
export const isAboutWords = ({ path }: TextFile): boolean => /(^|\/)(words|phrases)\.ya?ml$/i.test(path);

/** One file, whatever it is called. A byte order mark is dropped. */
export const readText = (path: string): TextFile => ({
  path: path.split(sep).join("/"),
  text: readFileSync(path, "utf8").replace(/^\uFEFF/, ""),
});

export const isThere = (path: string): boolean => existsSync(path);
export const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();
