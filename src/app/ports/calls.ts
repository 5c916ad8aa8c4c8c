import type { AttendeeReply, Slot } from "../../domain/meeting/facts.ts";

/** A call of the rehearsal as its page plays it. No Teams call stands behind it. */
export interface RehearsedCall {
  readonly id: string;
  readonly subject: string;
  readonly agenda: string;
  readonly slot: Slot;
  /** The chair's work email. */
  readonly chair: string;
  readonly invited: readonly {
    readonly email: string;
    readonly name: string;
    readonly required: boolean;
    readonly reply: AttendeeReply | null;
  }[];
  /** Emails of those who are in the call, in the order in which they joined. */
  readonly joined: readonly string[];
  readonly state: "booked" | "ended" | "cancelled";
  /** Every mail that would have been sent, oldest first; each has its file. */
  readonly invitations: readonly {
    readonly number: number;
    readonly what: "invitation" | "update" | "cancellation";
    readonly to: readonly string[];
  }[];
}

/** `false` when there is no such call, or it is over, or that person was not asked. */
export type Played = Promise<boolean>;

/** What the rehearsal's page does with calls. Each promise resolves when it is kept. */
export interface Calls {
  read(id: string): Promise<RehearsedCall | null>;
  reply(id: string, email: string, reply: AttendeeReply): Played;
  join(id: string, email: string): Played;
  leave(id: string, email: string): Played;
  end(id: string): Played;
  /** The text of the .ics file of one mail (RFC 5545); null when there is none. */
  file(id: string, number: number): Promise<string | null>;
}
