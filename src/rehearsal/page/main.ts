import type { News } from "../wire.ts";
import { api, listen } from "./api.ts";
import { createChats } from "./chats.ts";
import { createClock } from "./clock.ts";
import { createCompose } from "./compose.ts";
import { createConversation } from "./conversation.ts";
import { byId } from "./dom.ts";
import { createOthers } from "./others.ts";
import { createPeople, onWidthChanged } from "./people.ts";
import { createStore, type State, type Store } from "./state.ts";
import { startTheme } from "./theme.ts";
import { announce } from "./toasts.ts";
import { welcome } from "./welcome.ts";

type Pane = "people" | "chats" | "conversation";

/** On a narrow page one pane is shown at a time. */
const showPane = (pane: Pane): void => {
  byId("room").dataset["pane"] = pane;
};

let store: Store | null = null;
const theStore = (): Store => {
  if (!store) throw new Error("The page is not ready yet.");
  return store;
};

const go = async (person: string, conversation: string | null): Promise<void> => {
  // First: what is hidden has no height, and could not be scrolled to its end.
  showPane("conversation");
  await theStore().go(person, conversation);
};

const clock = await createClock(() => void theStore().refresh());
const people = createPeople({ become: (account) => void go(account, null) });
const chats = createChats({
  go: (conversation) => void go(theStore().get().me.account, conversation),
  openPeople: () => {
    showPane("people");
  },
  now: clock.now,
});
const conversation = createConversation({
  store: theStore,
  now: clock.now,
  showPeople: () => {
    showPane("people");
  },
  showChats: () => {
    showPane("chats");
  },
});
const compose = createCompose(theStore);

const others = createOthers((account) => void go(account, null));

const draw = (state: State): void => {
  byId("council").textContent = state.room.council;
  document.title = `${state.me.name} · Rehearsal · Watchful`;
  people.draw(state);
  chats.draw(state);
  conversation.draw(state);
  compose.draw(state);
  others.draw(state);
};

const isHere = (news: Extract<News, { kind: "message" }>): boolean => news.conversation === theStore().get().here.id;

const onMessage = async (news: Extract<News, { kind: "message" }>): Promise<void> => {
  if (news.fresh && isHere(news) && !document.hidden) await api.read(theStore().place());
  await theStore().refresh();
  if (!news.fresh || !isHere(news)) return;
  const message = theStore()
    .get()
    .messages.find(({ id }) => id === news.message);
  if (message && !message.isMine) announce(`${message.by}: ${message.text || message.summary}`);
};

const onNews = (news: News): void => {
  switch (news.kind) {
    case "message":
      void onMessage(news);
      return;
    case "read":
      void theStore().refresh();
      return;
    case "typing":
      theStore().setTyping(news.conversation, true);
      setTimeout(() => {
        theStore().setTyping(news.conversation, false);
      }, 3_000);
      return;
    case "clock":
      clock.set(news.now);
      void theStore().refresh();
  }
};

startTheme();
store = await createStore(draw);
draw(store.get());
listen(
  onNews,
  (again) => {
    byId("offline").hidden = true;
    if (again) void theStore().refresh();
  },
  () => {
    byId("offline").hidden = false;
  },
);
onWidthChanged(theStore().redraw);
await store.go(store.get().me.account, store.get().here.id);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) void api.read(theStore().place()).then(() => theStore().refresh());
});
welcome(store.get(), {
  say: (text) => void go(theStore().get().room.startAs, null).then(() => compose.say(text)),
  closed: () => {
    byId("say").focus();
  },
});
document.documentElement.dataset["ready"] = "yes";
