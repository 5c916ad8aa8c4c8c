import type { Log } from "../../app/ports/log.ts";
import type { Instant } from "../../domain/instants.ts";

/** How often and how long a passing fault is tried again, and how long Teams may take to add a join address. */
export interface Patience {
  /** Tries of one request, the first included. */
  readonly tries: number;
  /** Milliseconds before the second try; doubled for each one after. */
  readonly firstMs: number;
  /** Longest single wait. A Retry-After beyond it is handed back as `later`: nobody waits here that long. */
  readonly longestMs: number;
  /** Looks for a join address before, and again after, it is asked for. */
  readonly looks: number;
  /** Milliseconds after which a silent line is given up. */
  readonly timeoutMs: number;
}
export const patience: Patience = { tries: 5, firstMs: 500, longestMs: 8_000, looks: 4, timeoutMs: 15_000 };

export interface GraphOptions {
  /**
   * A token of the application for `https://graph.microsoft.com/.default`; asked for each request, because it runs out. The
   * application has the permission Calendars.ReadWrite, better confined to the chairs' mailboxes by an administrator (RBAC for
   * applications in Exchange Online).
   */
  readonly token: () => Promise<string>;
  /** Whether a text holds what would identify a child. Nothing that does is sent. */
  readonly personal: (text: string) => boolean;
  /** Milliseconds that London is ahead of UTC at an instant. */
  readonly londonOffset: (instant: Instant) => number;
  /**
   * Entra ID object id of whoever has this work email; null when unknown. Needed only for the lobby: with it, who gets past the
   * lobby of a call is set to its organiser alone. That takes the permission OnlineMeetings.ReadWrite.All and an application
   * access policy in Teams (`New-CsApplicationAccessPolicy`); without them the tenant's own lobby policy stands. Left out: not tried.
   */
  readonly account?: (email: string) => string | null;
  readonly log?: Pick<Log, "warn">;
  /** `https://graph.microsoft.com` unless told; a national cloud has its own. */
  readonly baseUrl?: string;
  readonly timer?: { sleep(ms: number): Promise<void> };
  /** A number from 0 to 1, for the jitter. */
  readonly random?: () => number;
  readonly patience?: Patience;
}
