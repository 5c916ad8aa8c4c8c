/** At most so many at once in each room; whoever comes later waits in line. */
export const createPlaces = (count: number) => {
  const rooms = new Map<string, { taken: number; readonly waiting: (() => void)[] }>();

  const enter = async (name: string): Promise<void> => {
    const room = rooms.get(name) ?? { taken: 0, waiting: [] };
    rooms.set(name, room);
    if (room.taken < count) room.taken += 1;
    // Whoever leaves hands over the place, so that nobody slips in between.
    else await new Promise<void>((resolve) => room.waiting.push(resolve));
  };

  const leave = (name: string): void => {
    const room = rooms.get(name);
    const next = room?.waiting.shift();
    if (next) next();
    else if (room) {
      room.taken -= 1;
      if (room.taken === 0) rooms.delete(name);
    }
  };

  return async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    await enter(name);
    try {
      return await work();
    } finally {
      leave(name);
    }
  };
};
