import { readFile, stat } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { extname, join } from "node:path";
import type { Next, Request, Response } from "restify";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".ts": "text/javascript; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Everything comes from this server; nothing is framed, nothing is sent elsewhere. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const headers = {
  "content-security-policy": policy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-cache",
} as const;

/** Files by the path they are served at. */
export const assetPaths = (root: string): Readonly<Record<string, string>> => ({
  "/rehearsal/lib/adaptivecards.js": join(root, "node_modules/adaptivecards/dist/adaptivecards.min.js"),
  "/rehearsal/lib/markdown-it.js": join(root, "node_modules/markdown-it/dist/browser/markdown-it.umd.min.js"),
});

interface Ready {
  readonly changed: number;
  readonly text: string;
}

/** Reads files and strips the types from those in TypeScript, once for each version of a file. */
export const createAssets = (root: string) => {
  const page = join(root, "src/rehearsal/page");
  const fixed = assetPaths(root);
  const ready = new Map<string, Ready>();

  const fileFor = (path: string): string | null => {
    if (path === "/") return join(page, "index.html");
    if (/^\/call\/[^/]+$/.test(path)) return join(page, "call.html");
    const named = /^\/rehearsal\/page\/([a-z][a-z-]*\.(?:ts|css|svg))$/.exec(path)?.[1];
    return fixed[path] ?? (named === undefined || named.endsWith(".d.ts") ? null : join(page, named));
  };

  const read = async (file: string): Promise<string> => {
    const changed = (await stat(file)).mtimeMs;
    const known = ready.get(file);
    if (known?.changed === changed) return known.text;
    const source = await readFile(file, "utf8");
    const text = extname(file) === ".ts" ? stripTypeScriptTypes(source) : source;
    ready.set(file, { changed, text });
    return text;
  };

  return async (path: string): Promise<{ type: string; text: string } | null> => {
    const file = fileFor(path);
    if (file === null) return null;
    try {
      return { type: types[extname(file)] ?? "application/octet-stream", text: await read(file) };
    } catch {
      return null;
    }
  };
};
export type Assets = ReturnType<typeof createAssets>;

/** A restify handler for the page and its parts. */
export const serving =
  (assets: Assets, failed: (fault: unknown) => void) =>
  (req: Request, res: Response, next: Next): void => {
    assets(req.path())
      .then((found) => {
        res.writeHead(found === null ? 404 : 200, { ...headers, "content-type": found?.type ?? "text/plain" });
        res.end(found?.text ?? "There is nothing here.");
        next(false);
      })
      .catch(failed);
  };
