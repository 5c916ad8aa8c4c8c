#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { join } from "node:path";

// Before anything else is loaded: the second start then skips compiling what the first one compiled.
enableCompileCache();
const { runCli } = await import("./cli/run.ts");

// The reader of our output (head, less) may have had enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 3);
});

// npm runs scripts in the package's folder; paths are meant from where the command was typed.
const cwd = process.env["INIT_CWD"] ?? process.cwd();
process.exitCode = await runCli(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd,
  home: join(import.meta.dirname, ".."),
  env: process.env,
});
