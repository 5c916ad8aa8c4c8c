import { existsSync } from "node:fs";
import { join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

/** Where a browser stands on this machine: `CHROMIUM`, or the first of the usual names on the PATH; null when there is none. */
export const findChromium = (environment: NodeJS.ProcessEnv = process.env): string | null => {
  const named = environment["CHROMIUM"];
  if (named !== undefined && named !== "") return existsSync(named) ? named : null;
  const folders = ["/usr/bin", "/snap/bin", ...(environment["PATH"] ?? "").split(":")];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path)) ?? null;
};

export const howToGetChromium =
  "No Chromium was found, so nothing was tried in a browser. Install one (Debian: apt install chromium) or set CHROMIUM to its path.";

/** Milliseconds for one test: a browser on a busy machine takes its time. */
const slowest = 90_000;

/** `describe` where there is a browser. Without one it says how to get one and skips; on a build server (CI=true) it fails. */
export const describeInBrowser = (what: string, tests: (executablePath: string) => void): void => {
  const found = findChromium();
  if (found !== null) {
    jest.setTimeout(slowest);
    describe(what, () => {
      tests(found);
    });
    return;
  }
  describe(what, () => {
    if (process.env["CI"] === "true") it("needs a browser", () => Promise.reject(new Error(howToGetChromium)));
    else it.skip(howToGetChromium, () => undefined);
  });
};

/** No sandbox in a container; and nothing of what a browser fetches by itself. */
export const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
] as const;
