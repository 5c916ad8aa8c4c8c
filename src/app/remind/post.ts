import type { Case } from "../../domain/case/case.ts";
import type { Instant } from "../../domain/instants.ts";
import type { Person, PersonId } from "../../domain/people.ts";
import { postFactSchema, type PostFact } from "../../domain/remind/facts.ts";
import { dutiesOfPosts } from "../../rules/duty/duties.ts";
import { keptFacts, nextStepBy, type Due, type Shape } from "../kept/facts.ts";
import type { RemindDeps } from "./deps.ts";
import type { OfPerson } from "./found.ts";

type Done = readonly PostFact[];

const shape: Shape<PostFact, Done, Due> = {
  kind: "post",
  fact: postFactSchema,
  evolve: (_id, facts) => facts,
  keys: () => [],
  owed: () => [],
};

export const nextPostStep = nextStepBy(shape, () => "is a list of what was done");

/** What somebody did by their post, in the shape in which the rules read what happened. */
const asCase = (person: PersonId, done: Done): Case => ({
  ref: person,
  facts: {},
  happened: done.map(({ id, happening, on, dateOnly, by }) => ({ id, happening, on, dateOnly, facts: {}, by })),
  standing: [],
});

/** What a person owes by the posts that they hold themselves, worst first. Ids name the person: each holder owes it. */
export const dutiesByPost = async (
  { records, rulebook }: Pick<RemindDeps, "records" | "rulebook">,
  { id, posts }: Pick<Person, "id" | "posts">,
  asOf: Instant,
): Promise<readonly OfPerson[]> => {
  if (posts.length === 0) return [];
  const kept = await keptFacts(records, shape).read(id);
  const all = dutiesOfPosts(rulebook, [asCase(id, kept?.state ?? [])], asOf);
  return all
    .filter(({ owedBy }) => owedBy.some((post) => posts.includes(post)))
    .map((duty) => ({ kind: "person", duty: { ...duty, id: duty.id.replace(":post:", `:${id}:`) }, owner: id }));
};

/** Keeps that somebody did something by their post. Durable once it resolves; told again with the same id it changes nothing. */
export const postDone = async (
  { records }: Pick<RemindDeps, "records">,
  person: PersonId,
  fact: PostFact,
): Promise<void> => {
  const kept = keptFacts(records, shape);
  await kept.create(person, []);
  await kept.amend(person, ({ state }) => (state.some(({ id }) => id === fact.id) ? null : { facts: [fact] }));
};
