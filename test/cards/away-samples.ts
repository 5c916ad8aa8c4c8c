import type { CoverView } from "../../src/domain/cover/cover.ts";
import type { DoubtView } from "../../src/domain/doubt/doubt.ts";
import { atLondon } from "../../src/time/london.ts";

/** Somebody is away, and somebody covers. */
export const cover: CoverView = {
  id: "0123456789abcdef012345",
  person: "Nadia Rahman",
  instead: "Priya Nair",
  from: "2026-08-03",
  until: "2026-08-14",
  posts: [{ title: "Assistant Director", otherwise: "Head of Service" }],
  state: "planned",
  mine: true,
};

/** Somebody is not sure, and asks their line manager. */
export const doubt: DoubtView = {
  id: "0123456789abcdef012345",
  askedBy: "Ana Petrescu",
  askedAt: atLondon("2026-11-23", "10:00"),
  text: "mum's ex turned up at the *contact* centre, left when asked",
  caseRef: "AMB-1042",
  asked: ["Ilinca Popescu"],
  note: null,
  openedBy: null,
  outcome: null,
  may: true,
};
