import type { Message, TeamsPerson } from "../support/teams/index.ts";

/** What a hurried social worker types. */
export const typed = "13yo CLA missing since fri tea time, police aware";

/** The one card in the chat that the screens replace each other on. */
export const card = (person: TeamsPerson): Message => person.latest();

/** From the first words to the preview, a button at a time. */
export const toPreview = async (person: TeamsPerson, words = typed, caseRef = "AMB-1042"): Promise<Message> => {
  await person.says(words);
  await person.clicks(card(person), "A child is missing");
  await person.clicks(card(person), "Continue");
  await person.clicks(card(person), "Continue", { status: "cla", caseRef });
  await person.clicks(card(person), "Continue");
  await person.clicks(card(person), "Send now, details later");
  return card(person);
};

/** A confirmed report. Returns its reference. */
export const reported = async (person: TeamsPerson, caseRef = "AMB-1042"): Promise<string> => {
  const preview = await toPreview(person, typed, caseRef);
  const { words } = await person.clicks(preview, "Tell them now");
  const ref = /NTK-\d{4}-\d{4}/.exec(words)?.[0];
  if (ref === undefined) throw new Error(`No reference on the card. It says:\n${words}`);
  return ref;
};
