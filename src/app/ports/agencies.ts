/** Whom to ask at an agency outside the council: a team or a desk, never somebody's private address. */
export interface AgencyContact {
  /** Of the vocabulary: "police". */
  readonly agency: string;
  /** The part of the council's area that it serves; empty: all of it. */
  readonly area: string;
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  /** Empty: none is known. */
  readonly telephone: string;
}

/** Contacts of agencies outside the council, as the council's file has them. */
export interface Agencies {
  contacts(): readonly AgencyContact[];
}
