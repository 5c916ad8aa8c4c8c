import type { FactReader } from "../engine/condition.ts";
import { holdsOrOpen } from "../engine/limb.ts";
import type { Rulebook } from "../rulebook.ts";
import type { Block } from "./blocks.ts";
import type { ArrangedAgency, ArrangedMeeting } from "./types.ts";

/** Of two chairs the first in the clauses' order stands; a later clause that the same post satisfies is named beside it. */
export const chairOf = (blocks: readonly Block[]): ArrangedMeeting["chair"] => {
  const said = blocks.flatMap(({ clause, meeting }) =>
    meeting.chair === undefined ? [] : [{ id: clause.id, posts: [meeting.chair].flat() }],
  );
  const posts = said[0]?.posts ?? [];
  return {
    posts,
    clauses: said.filter((each) => posts.every((post) => each.posts.includes(post))).map(({ id }) => id),
  };
};

/** The lists of several clauses add up. An agency without which it is no meeting is asked whether or not it is invited. */
export const agenciesOf = (
  { agencies, ours }: Pick<Rulebook, "agencies" | "ours">,
  blocks: readonly Block[],
  read: FactReader,
): readonly ArrangedAgency[] => {
  const invited = blocks.flatMap(({ clause, meeting }) =>
    (meeting.invites ?? [])
      .filter(({ when }) => holdsOrOpen(when, read))
      .map(({ agency }) => ({ agency, clause: clause.id, quorum: false })),
  );
  const needed = blocks.flatMap(({ clause, meeting }) =>
    (meeting.quorum ?? []).map((agency) => ({ agency, clause: clause.id, quorum: true })),
  );
  return [...Map.groupBy([...invited, ...needed], ({ agency }) => agency)].map(([agency, said]) => ({
    agency,
    title: agencies[agency] ?? agency,
    clauses: [...new Set(said.map(({ clause }) => clause))],
    quorum: said.filter(({ quorum }) => quorum).map(({ clause }) => clause),
    ours: ours.includes(agency),
  }));
};
