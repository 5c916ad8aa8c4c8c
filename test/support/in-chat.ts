import type { Message } from "./teams/activities.ts";
import type { TeamsPerson } from "./teams/person.ts";

const digest = "What you have to do";

/** What the bot answers to these words; the morning's digest may come beside it. */
export const answerTo = async (person: TeamsPerson, words: string): Promise<Message> => {
  const answered = (await person.says(words)).findLast((message) => !message.words.startsWith(digest));
  if (answered === undefined) throw new Error(`Nothing was answered to "${words}".`);
  return answered;
};

/** The same card as it stands now, after it was replaced in place. */
export const still = (person: TeamsPerson, { id }: Message): Message => {
  const found = person.sees().find((message) => message.id === id);
  if (found === undefined) throw new Error("That card is gone.");
  return found;
};
