import type { PersonView } from "../wire.ts";
import type { State } from "./state.ts";
import { toast } from "./toasts.ts";
import { counted } from "./words.ts";

/** News keeps coming for a moment after the first of it; it is told in one sentence. */
const gatherMs = 350;

const sentence = ([first, ...rest]: readonly PersonView[]): string => {
  if (rest.length === 0) return `${first?.name ?? ""} has a new message.`;
  return `${first?.name ?? ""} and ${counted(rest.length, "other")} have new messages.`;
};

/** People other than oneself who have more to read than before. */
const withNews = ({ room, me }: State, before: State | null): readonly PersonView[] => {
  const had = new Map((before ?? { room }).room.people.map(({ account, unread }) => [account, unread]));
  return room.people.filter(({ account, unread }) => account !== me.account && unread > (had.get(account) ?? 0));
};

/** Tells of people who have something new since the page was last drawn: the one thing that shows what the bot does elsewhere. */
export const createOthers = (become: (account: string) => void) => {
  let before: State | null = null;
  let gathered: readonly PersonView[] = [];
  let timer = 0;
  let dismiss = (): void => undefined;

  const tell = (watch: string | null): void => {
    const told = gathered.toSorted((a, b) => Number(b.account === watch) - Number(a.account === watch));
    const [first] = told;
    gathered = [];
    if (!first) return;
    const [name = first.name] = first.name.split(" ");
    dismiss();
    dismiss = toast(sentence(told), {
      label: `Become ${name}`,
      act: () => {
        become(first.account);
      },
    });
  };

  return {
    draw: (state: State): void => {
      if (before?.me.account !== state.me.account) dismiss();
      const told = withNews(state, before);
      before = state;
      if (told.length === 0) return;
      gathered = [...gathered.filter(({ account }) => !told.some((each) => each.account === account)), ...told];
      clearTimeout(timer);
      timer = setTimeout(tell, gatherMs, state.room.watch);
    },
  };
};
