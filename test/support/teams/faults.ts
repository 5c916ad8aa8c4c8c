import type { Socket } from "node:net";

/** What goes wrong with a call the bot makes. `after` means Teams had accepted it before the line broke. */
export type Fault =
  | { readonly status: number; readonly retryAfter?: number | string; readonly code?: string }
  | { readonly reset: "before" | "after" }
  /** Never answered; the bot must give up by itself. */
  | { readonly silent: true };

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly conversation: string | null;
  readonly body: unknown;
  readonly authorization: string | null;
  /** Milliseconds on the monotonic clock. */
  readonly at: number;
  /** Status answered; 0 when the line was cut or nothing was said. */
  status: number;
  /** Id of the message that this call made; null when it made none. Set also where the line broke after it was accepted. */
  made: string | null;
}

export interface FaultRule {
  readonly when?: (call: Call) => boolean;
  readonly fault: Fault;
  /** How many calls it spoils; 1 unless told. */
  readonly times?: number;
}

/** Faults to come, in the order in which they were asked for. */
export const createFaults = () => {
  let rules: { rule: FaultRule; left: number }[] = [];
  return {
    add: (rule: FaultRule): void => {
      rules.push({ rule, left: rule.times ?? 1 });
    },
    clear: (): void => {
      rules = [];
    },
    /** The fault for this call, which is thereby used up. */
    take: (call: Call): Fault | null => {
      const found = rules.find(({ rule, left }) => left > 0 && (rule.when?.(call) ?? true));
      if (!found) return null;
      found.left -= 1;
      return found.rule.fault;
    },
  };
};

/** Cuts the line as a reset, not as an orderly end. */
export const cut = (socket: Socket): void => {
  socket.resetAndDestroy();
};
