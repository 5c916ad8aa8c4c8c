import type { News } from "./wire.ts";

/** Passes news on to whoever listens. */
export const createHub = () => {
  const listeners = new Set<(news: News) => void>();
  return {
    publish: (news: News): void => {
      for (const listener of listeners) listener(news);
    },
    /** Returns the way to stop listening. */
    listen: (listener: (news: News) => void): (() => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
export type Hub = ReturnType<typeof createHub>;
