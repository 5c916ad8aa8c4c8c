import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Document, Node, YAMLError } from "yaml";

/** A policy or council file as it was read. `path` is only a name here: nothing in `rules` opens files. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What is wrong in a file, and what to write instead. Lines and columns count from 1. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly wrong: string;
  readonly instead: string;
}

export type Path = readonly PropertyKey[];

/** A parsed file that can say where each of its values stands. */
export interface Source {
  readonly file: string;
  /** Plain values; undefined when the file could not be parsed. */
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** The place of the value at `path`, or of the nearest thing above it. */
  fault(path: Path, wrong: string, instead: string): Fault;
  /** The same, for the key itself. */
  keyFault(path: Path, wrong: string, instead: string): Fault;
}

/** Reads YAML. Never throws: what cannot be read becomes faults. */
export const readSource = ({ path: file, text }: SourceFile): Source => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  const place = (offset: number): Pick<Fault, "file" | "line" | "column"> => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const readable = document.errors.every((error) => error.code === "DUPLICATE_KEY");
  const unreadable = syntaxFaults(document, text).map(({ offset, ...said }) => ({ ...place(offset), ...said }));
  const { value, failure } = readable ? plainValue(document) : { value: undefined, failure: null };
  const faults = failure === null ? unreadable : [...unreadable, { ...place(0), ...failure }];
  return {
    file,
    value,
    faults,
    fault: (path, wrong, instead) => ({ ...place(offsetOf(document, path)), wrong, instead }),
    keyFault: (path, wrong, instead) => ({ ...place(keyOffsetOf(document, path)), wrong, instead }),
  };
};

type Saying = Pick<Fault, "wrong" | "instead">;

const plainValue = (document: Document): { value: unknown; failure: Saying | null } => {
  try {
    return { value: document.toJS({ maxAliasCount: 50 }), failure: null };
  } catch (error) {
    const wrong = error instanceof Error ? error.message : "this file cannot be read";
    return { value: undefined, failure: { wrong, instead: "write the values out, without aliases" } };
  }
};

/**
 * What YAML could not read. One mistake makes many messages, so the first of a line stands for the line, and tabs stand
 * for everything after them.
 */
const syntaxFaults = (document: Document, text: string): readonly (Saying & { readonly offset: number })[] => {
  const errors: readonly YAMLError[] = [...document.errors, ...document.warnings];
  if (errors.some(({ code }) => code === "TAB_AS_INDENT"))
    return [...text.matchAll(/^ *\t/gm)].map(({ index }) => ({ offset: index, ...tab }));
  const lines = Map.groupBy(errors, ({ pos: [offset] }) => text.slice(0, offset).split("\n").length);
  return [...lines.values()].flatMap(([first]) =>
    first ? [{ offset: first.pos[0], ...inPlainWords(first, text) }] : [],
  );
};

const tab: Saying = { wrong: "a tab indents this line", instead: "indent with spaces" };
const outOfStep: Saying = {
  wrong: "this line is out of step with its neighbours, or its words hold a colon",
  instead: "indent it as far as they are, or put quotes round the words",
};
const open: Saying = { wrong: "a bracket or quote is still open here", instead: "close it where its words end" };

const inPlainWords = (error: YAMLError, text: string): Saying => {
  if (error.code === "DUPLICATE_KEY")
    return { wrong: `${wordAt(text, error.pos[0])} is written twice here`, instead: "keep one of the two" };
  if (error.code === "BAD_INDENT") return error.message.includes("Flow") ? open : outOfStep;
  const usual = usualFaults.get(error.code);
  return usual ?? { wrong: error.message.split("\n")[0] ?? error.code, instead: "put quotes round the words" };
};

const usualFaults: ReadonlyMap<string, Saying> = new Map([
  ["MULTIPLE_DOCS", { wrong: "a second document starts here", instead: "remove the line with ---" }],
  ["BLOCK_AS_IMPLICIT_KEY", outOfStep],
  ["MULTILINE_IMPLICIT_KEY", outOfStep],
  ["UNEXPECTED_TOKEN", outOfStep],
  ["MISSING_CHAR", open],
]);

const wordAt = (text: string, offset: number): string => /^[^\s:]+/.exec(text.slice(offset))?.[0] ?? "a key";

const offsetOfNode = (node: Node | undefined): number | undefined => node?.range?.[0];

/** Where the value at `path` starts; climbs to what stands above when the path leads nowhere. */
const offsetOf = (document: Document, path: Path): number => {
  for (let length = path.length; length > 0; length--) {
    const offset = offsetOfNode(nodeAt(document, path.slice(0, length)));
    if (offset !== undefined) return offset;
  }
  return offsetOfNode(document.contents ?? undefined) ?? 0;
};

const keyOffsetOf = (document: Document, path: Path): number => {
  const parent = nodeAt(document, path.slice(0, -1));
  const key = path.at(-1);
  const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
  const node = isPair(pair) && isNode(pair.key) ? pair.key : undefined;
  return offsetOfNode(node) ?? offsetOf(document, path);
};

const nodeAt = (document: Document, path: Path): Node | undefined => {
  let node: unknown = document.contents;
  for (const step of path) {
    if (!isMap(node) && !isSeq(node)) return undefined;
    node = node.get(step, true);
  }
  return isNode(node) ? node : undefined;
};
