import type { Directory } from "../../app/ports/directory.ts";
import type { Council } from "../../domain/council.ts";
import type { Person } from "../../domain/people.ts";

/** Answers from a roster that was read whole. Emails and accounts are matched in any letter case. */
export const rosterDirectory = (people: readonly Person[], council: Council): Directory => {
  const byId = new Map(people.map((person) => [person.id.toLowerCase(), person]));
  const byAccount = new Map(people.map((person) => [person.account.toLowerCase(), person]));
  return {
    person: (id) => byId.get(id.toLowerCase()),
    byAccount: (account) => byAccount.get(account.toLowerCase()),
    // The roster gives no dates: who is away and who covers is laid over it by the covers that people set.
    holders: (post) => ({
      post,
      title: council.posts[post]?.title ?? post,
      people: people.filter((person) => person.posts.includes(post)),
    }),
    people: () => people,
    absence: () => null,
    onDuty: () => [],
  };
};
