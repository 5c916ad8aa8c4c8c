import type { Server } from "node:http";

/** Listens on a free port of the loopback address. */
export const listenOn = async (server: Server): Promise<{ url: string; stop: () => Promise<void> }> => {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The test's server has no port.");
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
};
