import type { PersonView, RoomView } from "../wire.ts";
import type { State } from "./state.ts";
import { toast } from "./toasts.ts";
import { counted } from "./words.ts";

/** News keeps coming for a moment after the first of it; it is told in one sentence. */
const gatherMs = 350;

const sentence = (told: readonly PersonView[]): string => {
  const [first, ...rest] = told;
  if (rest.length === 0) return `${first?.name ?? ""} has a new message.`;
  return `${first?.name ?? ""} and ${counted(rest.length, "other")} have new messages.`;
};

/** Tells of people who have something new since the page was last drawn: the one thing that shows what the bot does elsewhere. */
export const createOthers = (become: (account: string) => void) => {
  let before: RoomView | null = null;
  let gathered = new Map<string, PersonView>();
  let watched: string | null = null;
  let timer = 0;
  let dismiss = (): void => undefined;

  const tell = (): void => {
    const told = [...gathered.values()].toSorted(
      (a, b) => Number(b.account === watched) - Number(a.account === watched),
    );
    gathered = new Map();
    const [first] = told;
    if (!first) return;
    dismiss();
    dismiss = toast(sentence(told), {
      label: `Become ${first.name.split(" ")[0] ?? first.name}`,
      act: () => {
        become(first.account);
      },
    });
  };

  return {
    draw: ({ room, me }: State): void => {
      const had = new Map((before ?? room).people.map(({ account, unread }) => [account, unread]));
      before = room;
      watched = room.watch;
      for (const person of room.people) {
        if (person.account === me.account || person.unread <= (had.get(person.account) ?? 0)) continue;
        gathered.set(person.account, person);
      }
      if (gathered.size === 0) return;
      clearTimeout(timer);
      timer = setTimeout(tell, gatherMs);
    },
  };
};
