import type { Council } from "../../../domain/council.ts";
import { lineManagerPost } from "../../../domain/people.ts";
import { isLondonDate } from "../../../time/london.ts";
import type { Piece } from "../files.ts";
import { either } from "../nearest.ts";
import type { Fault } from "../source.ts";
import { faultAt, unknownWord } from "./context.ts";
import type { Context } from "./context.ts";
import { checkComposition, compositionWarnings, inUseBy } from "./composition.ts";

/** What a council file names that is not there. */
export const checkCouncils = (context: Context): readonly Fault[] =>
  context.pieces.councils.flatMap((piece) => [
    ...checkComposition(piece, context),
    ...checkNamedPosts(piece),
    ...checkClosures(piece),
    ...checkHours(piece),
  ]);

const checkClosures = (piece: Piece<Council>): readonly Fault[] =>
  piece.value.closureDays.flatMap((day, index) => {
    const exists: boolean = isLondonDate(day);
    const at = ["closureDays", index];
    return exists ? [] : [faultAt(piece, at, `there is no ${day}`, "write a date that exists, like 2026-12-29")];
  });

const checkNamedPosts = (piece: Piece<Council>): readonly Fault[] => {
  const { posts, channels, lastResort } = piece.value;
  const known = Object.keys(posts);
  return [
    ...unknownWord(piece, ["lastResort"], lastResort, "post of this council", known),
    ...Object.entries(posts).flatMap(([post, { otherwise, channel }]) => [
      ...otherwise.flatMap((other, index) =>
        unknownWord(piece, ["posts", post, "otherwise", index], other, "post of this council", known),
      ),
      ...(channel === undefined
        ? []
        : unknownWord(piece, ["posts", post, "channel"], channel, "channel of this council", Object.keys(channels))),
    ]),
  ];
};

const checkHours = (piece: Piece<Council>): readonly Fault[] => {
  const { from, to } = piece.value.houseRules.workingDay;
  return from < to
    ? []
    : [
        faultAt(
          piece,
          ["houseRules", "workingDay"],
          `the working day ends at ${to}, before it begins`,
          `write a time after ${from}`,
        ),
      ];
};

export const councilWarnings = (context: Context): readonly Fault[] =>
  context.pieces.councils.flatMap((piece) => [
    ...absentPosts(piece, context),
    ...owedByNobody(piece, context),
    ...compositionWarnings(piece, context),
  ]);

/** Posts that a clause tells and the council does not have: its last resort would be told each time. */
const absentPosts = (piece: Piece<Council>, context: Context): readonly Fault[] => {
  const inUse = inUseBy(piece, context);
  const told = context.clauses
    .filter(({ value }) => inUse.has(value.id))
    .flatMap(({ value }) => value.tell.map(({ post }) => ({ post, clause: value.id })));
  const absent = told.filter(({ post }) => !Object.hasOwn(piece.value.posts, post));
  return [...Map.groupBy(absent, ({ post }) => post)].map(([post, named]) =>
    faultAt(
      piece,
      ["posts"],
      `${post} is told by ${named.map(({ clause }) => clause).join(", ")} and is not a post of this council`,
      `add ${post}: to posts`,
    ),
  );
};

/** Duties of posts that the council does not have, not one of them: nobody would be asked. A line manager is always there. */
const owedByNobody = (piece: Piece<Council>, context: Context): readonly Fault[] => {
  const inUse = inUseBy(piece, context);
  const known = [...Object.keys(piece.value.posts), lineManagerPost];
  const owed = context.clauses
    .filter(({ clause: { id, duty, owedBy } }) => inUse.has(id) && duty !== undefined && owedBy.length > 0)
    .filter(({ clause: { owedBy } }) => !owedBy.some((post) => known.includes(post)));
  return [...Map.groupBy(owed, ({ clause: { owedBy } }) => either(owedBy))].map(([posts, clauses]) =>
    faultAt(
      piece,
      ["posts"],
      `${posts} owes ${clauses.map(({ clause }) => clause.id).join(", ")} and is not a post of this council`,
      `add ${clauses[0]?.clause.owedBy[0] ?? posts}: to posts`,
    ),
  );
};
