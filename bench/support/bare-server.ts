import { enableCompileCache } from "node:module";

/** The least that could serve: what a start costs before any of our own code is read. */
enableCompileCache();
const { createServer } = await import("restify");
const server = createServer();
server.listen(0, "127.0.0.1", () => {
  process.stdout.write('{"what":"ready"}\n');
});
process.on("SIGTERM", () => process.exit(0));
