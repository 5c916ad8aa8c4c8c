import type { ConversationView, MessageView, PersonView, RoomView } from "../wire.ts";
import { api, type Place } from "./api.ts";

/** What the page shows. One person in front of one conversation, as Teams on one machine would. */
export interface State {
  readonly room: RoomView;
  readonly me: PersonView;
  readonly conversations: readonly ConversationView[];
  readonly here: ConversationView;
  readonly messages: readonly MessageView[];
  /** The bot is at work on an answer in these conversations. */
  readonly typing: ReadonlySet<string>;
}

/** A tab remembers who it is, so that two tabs can be two people. */
const remembered = { person: "person", conversation: "conversation" } as const;

const conversationOf = (all: readonly ConversationView[], wanted: string | null): ConversationView => {
  const found = all.find(({ id }) => id === wanted) ?? all.find(({ kind }) => kind === "personal") ?? all[0];
  if (!found) throw new Error("This person has no conversation.");
  return found;
};

const load = async (person: string | null, conversation: string | null): Promise<Omit<State, "typing">> => {
  const room = await api.room();
  const me = room.people.find(({ account }) => account === (person ?? room.startAs)) ?? room.people[0];
  if (!me) throw new Error("The roster has nobody on it.");
  const conversations = await api.conversations(me.account);
  const here = conversationOf(conversations, conversation);
  return { room, me, conversations, here, messages: await api.messages({ person: me.account, conversation: here.id }) };
};

/** Runs the work; asked again while it runs, runs it once more. Resolves when a run that began after the call has ended. */
const folded = (work: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const run = (): Promise<void> => {
    running = work().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (!running) return run();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        return run();
      });
    return next;
  };
};

const placeOf = ({ me, here }: State): Place => ({ person: me.account, conversation: here.id });
const isSame = (a: Place, b: Place): boolean => a.person === b.person && a.conversation === b.conversation;

/** Holds what is shown, and keeps it true. */
export const createStore = async (draw: (state: State) => void) => {
  const first = await load(sessionStorage.getItem(remembered.person), sessionStorage.getItem(remembered.conversation));
  let state: State = { ...first, typing: new Set() };
  const show = (change: Partial<State>): void => {
    state = { ...state, ...change };
    draw(state);
  };
  const refresh = folded(async () => {
    const asked = placeOf(state);
    const next = await load(asked.person, asked.conversation);
    if (isSame(placeOf(state), asked)) show(next);
  });
  return {
    get: (): State => state,
    place: (): Place => placeOf(state),
    refresh,
    /** Becomes this person, in front of this conversation or of the chat with the bot. */
    go: async (person: string, conversation: string | null): Promise<void> => {
      show(await load(person, conversation));
      sessionStorage.setItem(remembered.person, state.me.account);
      sessionStorage.setItem(remembered.conversation, state.here.id);
      await api.open(placeOf(state));
      await refresh();
    },
    setTyping: (conversation: string, on: boolean): void => {
      const others = [...state.typing].filter((each) => each !== conversation);
      show({ typing: new Set(on ? [...others, conversation] : others) });
    },
    redraw: (): void => {
      draw(state);
    },
  };
};
export type Store = Awaited<ReturnType<typeof createStore>>;
