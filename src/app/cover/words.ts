import type { Cover, CoverView } from "../../domain/cover/cover.ts";
import type { Council } from "../../domain/council.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId, Post } from "../../domain/people.ts";
import { atLondon, londonDate } from "../../time/london.ts";
import { dayInWords } from "../../time/say.ts";
import type { Directory } from "../ports/directory.ts";

/** What wording a time away needs to know. `directory` is the staff list without the covers. */
export interface CoverWords {
  readonly directory: Directory;
  readonly council: Council;
}

const nameOf = ({ directory }: CoverWords, id: PersonId): string => directory.person(id)?.name ?? id;

const titlesOf = ({ directory, council }: CoverWords, id: PersonId): readonly string[] =>
  (directory.person(id)?.posts ?? []).map((post) => council.posts[post]?.title ?? post);

/** Who is told for a post while one holder is away and nobody covers: the others who hold it, else the next post in line. */
const otherwise = ({ directory, council }: CoverWords, post: Post, cover: Cover): string | null => {
  const asOf = atLondon(cover.from, "12:00");
  const others = directory.holders(post, asOf).people.filter(({ id }) => id !== cover.person);
  if (others.length > 0) return others.map(({ name }) => name).join(", ");
  const line = [...(council.posts[post]?.otherwise ?? []), council.lastResort];
  const next = line.find((each) => directory.holders(each, asOf).people.some(({ id }) => id !== cover.person));
  return next === undefined ? null : (council.posts[next]?.title ?? next);
};

/** A time away as this viewer reads it. */
export const coverView = (words: CoverWords, cover: Cover, viewer: PersonId): CoverView => ({
  id: cover.id,
  person: nameOf(words, cover.person),
  instead: cover.instead === null ? null : nameOf(words, cover.instead),
  from: cover.from,
  until: cover.until,
  posts: (words.directory.person(cover.person)?.posts ?? []).map((post) => ({
    title: words.council.posts[post]?.title ?? post,
    otherwise: otherwise(words, post, cover),
  })),
  state: cover.state,
  mine: cover.person === viewer,
});

/** "from Monday 3 August to Friday 14 August", "on Tuesday 4 August". */
export const datesInWords = ({ from, until }: Pick<Cover, "from" | "until">, asOf: Instant): string =>
  from === until ? `on ${dayInWords(from, asOf)}` : `from ${dayInWords(from, asOf)} to ${dayInWords(until, asOf)}`;

const asPosts = (titles: readonly string[]): string => (titles.length === 0 ? "" : ` as ${titles.join(" and ")}`);

/** To whoever covers, when it is confirmed. */
export const begins = (words: CoverWords, cover: Cover, asOf: Instant): string =>
  `${nameOf(words, cover.person)} is away ${datesInWords(cover, asOf)}, and has named you as cover: you are told instead${asPosts(titlesOf(words, cover.person))}.`;

/** To whoever covered, when it stops before its last date. */
export const ends = (words: CoverWords, cover: Cover, asOf: Instant): string =>
  cover.from > londonDate(asOf)
    ? `${nameOf(words, cover.person)} no longer needs cover ${datesInWords(cover, asOf)}.`
    : `${nameOf(words, cover.person)} is back: you no longer cover.`;
