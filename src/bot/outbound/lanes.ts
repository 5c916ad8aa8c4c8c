/** Work that must keep its order: one thing at a time in a lane, lanes beside each other. */
export const createLanes = () => {
  const tails = new Map<string, Promise<unknown>>();
  return async <T>(lane: string, work: () => Promise<T>): Promise<T> => {
    const before = tails.get(lane) ?? Promise.resolve();
    const mine = before.then(work, work);
    tails.set(lane, mine);
    try {
      return await mine;
    } finally {
      if (tails.get(lane) === mine) tails.delete(lane);
    }
  };
};
