/** What goes wrong with a request. `after`: Graph had carried it out before the line broke. */
export type Fault =
  | { readonly status: number; readonly code?: string; readonly retryAfter?: number; readonly committed?: boolean }
  | { readonly reset: "before" | "after" }
  /** Never answered; whoever asks must give up by themselves. */
  | { readonly silent: "before" | "after" }
  | { readonly garbage: true };

export interface Request {
  readonly method: string;
  /** Decoded, without `/v1.0` and the query: `/users/ana@…/events`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

/** Faults to come, in the order in which they were asked for; `chance` spoils any request in the way it says. */
export const createFaults = () => {
  let rules: { when: (request: Request) => boolean; fault: Fault; left: number }[] = [];
  let chance: (request: Request) => Fault | null = () => null;
  return {
    add: (fault: Fault, when: (request: Request) => boolean = () => true, times = 1): void => {
      rules.push({ when, fault, left: times });
    },
    byChance: (next: typeof chance): void => {
      chance = next;
    },
    clear: (): void => {
      rules = [];
      chance = () => null;
    },
    take: (request: Request): Fault | null => {
      const found = rules.find(({ when, left }) => left > 0 && when(request));
      if (!found) return chance(request);
      found.left -= 1;
      return found.fault;
    },
  };
};
