import type { Person } from "../../domain/people.ts";

/** "Wiśniewska" and "wisniewska" are one name to somebody in a hurry. */
const flat = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ł/g, "l")
    .replace(/[^a-z@.]+/g, " ")
    .trim();

export type Named =
  | { readonly found: "one"; readonly person: Person }
  /** A sentence that says what to write instead. */
  | { readonly found: "none"; readonly why: string };

const fits = ({ id, name }: Person, asked: string): boolean =>
  id === asked || flat(name) === asked || flat(name).split(" ").includes(asked);

/** Whom a name or an address as typed means, among the people of the staff list. A whole name goes before a part of one. */
export const named = (people: readonly Person[], typed: string): Named => {
  const asked = flat(typed);
  if (asked === "") return { found: "none", why: "Write a name." };
  const whole = people.filter(({ id, name }) => id === asked || flat(name) === asked);
  const found = whole.length > 0 ? whole : people.filter((person) => fits(person, asked));
  const [person, ...others] = found;
  if (person === undefined)
    return { found: "none", why: `I don't know “${typed.trim()}”. Write the name as the staff list has it.` };
  if (others.length > 0)
    return { found: "none", why: `Which of them: ${found.map(({ name }) => name).join(", ")}? Write the whole name.` };
  return { found: "one", person };
};
