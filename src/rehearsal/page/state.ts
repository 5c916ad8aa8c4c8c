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

type Draw = (state: State) => void;

/** A tab remembers who it is, so that two tabs can be two people. */
const remembered = { person: "person", conversation: "conversation" } as const;

const conversationOf = (all: readonly ConversationView[], wanted: string | null): ConversationView => {
  const found = all.find(({ id }) => id === wanted) ?? all.find(({ kind }) => kind === "personal") ?? all[0];
  if (!found) throw new Error("This person has no conversation.");
  return found;
};

const load = async (
  person: string | null,
  conversation: string | null,
  typing: ReadonlySet<string>,
): Promise<State> => {
  const room = await api.room();
  const me = room.people.find(({ account }) => account === (person ?? room.startAs)) ?? room.people[0];
  if (!me) throw new Error("The roster has nobody on it.");
  const conversations = await api.conversations(me.account);
  const here = conversationOf(conversations, conversation);
  const messages = await api.messages({ person: me.account, conversation: here.id });
  return { room, me, conversations, here, messages, typing };
};

/** Holds what is shown, and keeps it true. Loads that overlap are folded into one more. */
export const createStore = async (draw: Draw) => {
  let state = await load(
    sessionStorage.getItem(remembered.person),
    sessionStorage.getItem(remembered.conversation),
    new Set(),
  );
  let loading: Promise<void> | null = null;
  let again = false;

  const place = (): Place => ({ person: state.me.account, conversation: state.here.id });
  const show = (next: State): void => {
    state = next;
    draw(state);
  };
  const reload = async (): Promise<void> => {
    const asked = place();
    const next = await load(asked.person, asked.conversation, state.typing);
    const now = place();
    if (now.person === asked.person && now.conversation === asked.conversation) show({ ...next, typing: state.typing });
  };
  /** Resolves when what is shown is at least as new as the call. */
  const refresh = (): Promise<void> => {
    if (loading) {
      again = true;
      return loading;
    }
    loading = (async () => {
      do {
        again = false;
        await reload();
      } while (again);
    })().finally(() => {
      loading = null;
    });
    return loading;
  };

  const go = async (person: string, conversation: string | null): Promise<void> => {
    const next = await load(person, conversation, state.typing);
    sessionStorage.setItem(remembered.person, next.me.account);
    sessionStorage.setItem(remembered.conversation, next.here.id);
    show(next);
    await api.open(place());
    await refresh();
  };

  return {
    get: (): State => state,
    place,
    refresh,
    /** Becomes this person, in front of this conversation or of the chat with the bot. */
    go,
    setTyping: (conversation: string, on: boolean): void => {
      const typing = new Set(state.typing);
      if (on) typing.add(conversation);
      else typing.delete(conversation);
      show({ ...state, typing });
    },
    redraw: (): void => {
      draw(state);
    },
  };
};
export type Store = Awaited<ReturnType<typeof createStore>>;
