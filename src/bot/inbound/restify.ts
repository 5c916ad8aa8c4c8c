import type { Server } from "restify";
import RestifyRouter from "restify/lib/router.js";
import RestifyServer from "restify/lib/server.js";
import type { Log } from "../../app/ports/log.ts";

/**
 * `restify.createServer` without its front door, which loads two dozen plugins and a second logger that nothing here uses:
 * some 80 ms of every start and 19 MB at rest. What restify has to warn of goes to the log, without what was sent.
 */
export const createRestify = (log: Log): Server => {
  const nothing = (): void => undefined;
  const warn = (): void => {
    log.warn("the server warned of a request");
  };
  const quiet = { trace: () => false, debug: nothing, info: nothing, warn, error: warn, fatal: warn };
  const options = { name: "watchful", log: quiet, ignoreTrailingSlash: true };
  return new RestifyServer({ ...options, router: new RestifyRouter(options) });
};
