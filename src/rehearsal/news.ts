import type { Next, Request, Response } from "restify";
import type { Hub } from "./hub.ts";
import type { News } from "./wire.ts";

const beatMs = 25_000;

/** Server-sent events for the pages that are open. `close` ends them, so that the server can stop. */
export const createNews = (hub: Hub) => {
  const open = new Set<Response>();
  const send = (res: Response, news: News): boolean => res.write(`data: ${JSON.stringify(news)}\n\n`);
  const stop = hub.listen((news) => {
    for (const res of open) send(res, news);
  });

  return {
    handle: (req: Request, res: Response, next: Next): void => {
      res.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      res.write("retry: 1000\n\n");
      open.add(res);
      const beat = setInterval(() => res.write(": here\n\n"), beatMs);
      beat.unref();
      req.on("close", () => {
        clearInterval(beat);
        open.delete(res);
      });
      next(false);
    },
    close: (): void => {
      stop();
      for (const res of open) res.end();
    },
  };
};
