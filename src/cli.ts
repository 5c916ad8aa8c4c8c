#!/usr/bin/env node
import { join } from "node:path";
import { runCli } from "./cli/run.ts";

// npm runs scripts in the package's folder; paths are meant from where the command was typed.
const cwd = process.env["INIT_CWD"] ?? process.cwd();
process.exitCode = await runCli(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd,
  home: join(import.meta.dirname, ".."),
});
