import { NotDurable, type Records } from "../../src/app/ports/records.ts";

/** A store whose disk fills up: it takes so many writes more, and refuses every one after them until it is mended. */
export const failingStore = (store: Records) => {
  let left = Infinity;
  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    if (left <= 0) throw new NotDurable("Not saved: the disk is full.");
    left -= 1;
    return work();
  };
  const records: Records = {
    ...store,
    commit: (commit) => write(() => store.commit(commit)),
    commitAll: (commits) => write(() => store.commitAll(commits)),
    claim: (...lease) => write(() => store.claim(...lease)),
    release: (key) => write(() => store.release(key)),
    next: (series) => write(() => store.next(series)),
  };
  return {
    records,
    failAfter: (writes: number): void => {
      left = writes;
    },
    mend: (): void => {
      left = Infinity;
    },
  };
};
