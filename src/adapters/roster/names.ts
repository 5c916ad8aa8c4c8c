import type { Person } from "../../domain/people.ts";

const plain = (name: string): string => name.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();

/** The work email of whoever goes by a name. Undefined when nobody does, or more than one person. */
export const emailsByName = (people: readonly Person[]): ((name: string) => string | undefined) => {
  const emails = new Map<string, string | undefined>();
  for (const { name, id } of people) emails.set(plain(name), emails.has(plain(name)) ? undefined : id);
  return (name) => emails.get(plain(name));
};
