import type { Person, PersonId } from "../../domain/people.ts";

/** As much of a person as a name is read by. */
export type Named = Pick<Person, "id" | "name">;

export type NameRead =
  | { readonly found: "one"; readonly person: PersonId }
  | { readonly found: "several"; readonly people: readonly Named[] }
  | { readonly found: "nobody" };

/** "Wiśniewska" and "wisniewska" are one name to somebody in a hurry. */
const flat = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ł/g, "l")
    .replace(/[^a-z@.]+/g, " ")
    .trim();

/** The whole name, an email, or some of the name's words in their order: "priya", "nair", "priya n". */
const answersTo = (person: Named, asked: string): boolean => {
  const name = flat(person.name);
  if (name === asked || person.id === asked) return true;
  const parts = name.split(" ");
  const wanted = asked.split(" ");
  const last = wanted.length > 1 ? parts.at(-1) : undefined;
  if (last !== undefined) return parts[0] === wanted[0] && last.startsWith(wanted.at(-1) ?? last);
  return parts.includes(asked);
};

/** Whom a name as typed means, among the people of the staff list. A whole name goes before a part of one. */
export const readName = (typed: string, people: readonly Named[]): NameRead => {
  const asked = flat(typed);
  const whole = people.filter((person) => flat(person.name) === asked);
  const fitting = whole.length > 0 ? whole : people.filter((person) => answersTo(person, asked));
  const [first] = fitting;
  if (first === undefined || asked === "") return { found: "nobody" };
  return fitting.length === 1 ? { found: "one", person: first.id } : { found: "several", people: fitting };
};
