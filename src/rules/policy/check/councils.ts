import type { Council } from "../../../domain/council.ts";
import { isLondonDate } from "../../../time/london.ts";
import type { Piece } from "../files.ts";
import { insteadOf } from "../nearest.ts";
import type { Fault } from "../source.ts";
import { faultAt, unknownWord } from "./context.ts";
import type { Context } from "./context.ts";

/** What a council file names that is not there. */
export const checkCouncils = ({ pieces }: Context): readonly Fault[] => {
  const policies = [...new Set(pieces.policies.map(({ value }) => value.id))];
  return pieces.councils.flatMap((piece) => [
    ...checkUsed(piece, policies),
    ...checkNamedPosts(piece),
    ...checkClosures(piece),
    ...checkHours(piece),
  ]);
};

const checkClosures = (piece: Piece<Council>): readonly Fault[] =>
  piece.value.closureDays.flatMap((day, index) => {
    const exists: boolean = isLondonDate(day);
    const at = ["closureDays", index];
    return exists ? [] : [faultAt(piece, at, `there is no ${day}`, "write a date that exists, like 2026-12-29")];
  });

const checkUsed = (piece: Piece<Council>, policies: readonly string[]): readonly Fault[] =>
  piece.value.policies.flatMap((id, index) => {
    const path = ["policies", index];
    if (!policies.includes(id)) return [faultAt(piece, path, `there is no policy ${id}`, insteadOf(id, policies))];
    const again = piece.value.policies.indexOf(id) < index;
    return again ? [faultAt(piece, path, `${id} is used twice`, "keep one of the two")] : [];
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

/** Posts that a clause tells and the council does not have: its last resort would be told each time. */
export const councilWarnings = ({ pieces, clauses }: Context): readonly Fault[] =>
  pieces.councils.flatMap((piece) => {
    const told = clauses
      .filter(({ policy }) => piece.value.policies.includes(policy.id))
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
  });
