import type { Person } from "../domain/people.ts";
import { dutyRoom } from "./conversations.ts";
import { userId } from "./names.ts";
import type { Room } from "./room.ts";

/** What colleagues have been saying, so that there is a message to try "Report this" on. */
const lines = [
  "Morning all. I'm on duty today, shout if you need anything.",
  "Foster carer for AMB-1042 just rang. He's 13, wasn't home for tea and isn't answering his phone. Police are aware.",
] as const;

/** Says the lines once, by the first two colleagues who are not the one the page starts as. */
export const seedDutyRoom = async (room: Room, people: readonly Person[]): Promise<void> => {
  if (room.messagesIn(dutyRoom).length > 0) return;
  const [first, second] = people.filter(({ posts }) => !posts.includes("director")).toReversed();
  const speakers = [first, second ?? first];
  for (const [index, text] of lines.entries()) {
    const speaker = speakers[index];
    if (speaker) await room.add(dutyRoom, userId(speaker.account), { text, format: "plain", summary: "", card: null });
  }
  await Promise.all(people.map(({ account }) => room.markRead(account, dutyRoom)));
};
