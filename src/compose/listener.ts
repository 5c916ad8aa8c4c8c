import type { Server } from "restify";

/** This machine and nobody else's. */
export const loopback = "127.0.0.1";

/** The server's socket: where it listens, and how it stops without cutting anybody off. */
export interface Listener {
  /** Throws before `start`. */
  readonly port: () => number;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** `host` undefined: every address of the machine. */
export const createListener = (server: Server, wanted: number, host: string | undefined): Listener => ({
  port: () => {
    const address: unknown = server.server.address();
    if (typeof address === "object" && address !== null && "port" in address && typeof address.port === "number") {
      return address.port;
    }
    throw new Error("Not listening yet: call start first.");
  },
  start: () =>
    new Promise((resolve, reject) => {
      server.server.once("error", reject);
      server.server.listen({ port: wanted, host }, () => {
        resolve();
      });
    }),
  stop: () =>
    new Promise((resolve) => {
      server.server.close(() => {
        resolve();
      });
      server.server.closeIdleConnections();
    }),
});
