import type { Answer, TeamsPerson } from "../support/teams/index.ts";
import { buttonsOf } from "../support/teams/index.ts";
import type { Message } from "../support/teams/index.ts";

export const card = (person: TeamsPerson): Message => person.latest();

/** Presses "Continue" with what each screen asks for, until the check is shown. */
export const toCheck = async (
  person: TeamsPerson,
  typed: Readonly<Record<string, string>> = {},
  words = "strategy meeting AMB-1042",
): Promise<Message> => {
  await person.says(words);
  for (let step = 0; step < 12; step += 1) {
    const titles = buttonsOf(card(person).card ?? {}).map(({ title }) => title);
    if (titles.includes("Ask for this meeting")) return card(person);
    await person.clicks(card(person), "Continue", typed);
  }
  throw new Error(`The check never came. The card says:\n${card(person).words}`);
};

/** A meeting that was asked for, and its reference. */
export const askedFor = async (
  person: TeamsPerson,
  typed: Readonly<Record<string, string>> = {},
  words = "strategy meeting AMB-1042",
): Promise<{ readonly answer: Answer; readonly ref: string }> => {
  const check = await toCheck(person, typed, words);
  const answer = await person.clicks(check, "Ask for this meeting");
  const ref = /SM-\d{4}-\d{4}/.exec(answer.words)?.[0];
  if (ref === undefined) throw new Error(`No reference on the card. It says:\n${answer.words}`);
  return { answer, ref };
};
