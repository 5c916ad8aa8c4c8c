import type {
  CardJson,
  ClockView,
  ConversationView,
  DialogKind,
  MessageView,
  News,
  Outcome,
  RoomView,
} from "../wire.ts";

/** The room said no, in words for the person. */
export class Refused extends Error {
  override readonly name = "Refused";
}

const base = "/rehearsal/api";

const ask = async (path: string, init?: RequestInit): Promise<unknown> => {
  const response = await fetch(base + path, init);
  const body: unknown = await response.json();
  if (!response.ok) throw new Refused(sentenceIn(body));
  return body;
};

const sentenceIn = (body: unknown): string => {
  if (typeof body !== "object" || body === null || !("error" in body)) return "The rehearsal room failed.";
  const { error } = body;
  return typeof error === "object" && error !== null && "message" in error
    ? String(error.message)
    : "The rehearsal room failed.";
};

const send = (path: string, body: unknown): Promise<unknown> =>
  ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

const part = encodeURIComponent;

/** A conversation as one person sees it. */
export interface Place {
  readonly person: string;
  readonly conversation: string;
}
interface OnMessage extends Place {
  readonly message: string;
}
export interface Pressed {
  readonly type: "Action.Execute" | "Action.Submit";
  readonly verb: string;
  readonly data: CardJson;
}

// The casts: both ends are one repository and one deployment, and `wire.ts` types both.
export const api = {
  room: async () => (await ask("/room")) as RoomView,
  conversations: async (person: string) =>
    (await ask(`/people/${part(person)}/conversations`)) as readonly ConversationView[],
  messages: async ({ person, conversation }: Place) =>
    (await ask(`/people/${part(person)}/conversations/${part(conversation)}`)) as readonly MessageView[],
  open: (place: Place) => send("/open", place),
  read: (place: Place) => send("/read", place),
  say: async (place: Place, text: string) => (await send("/say", { ...place, text })) as Outcome,
  press: async (at: OnMessage, pressed: Pressed) => (await send("/press", { ...at, ...pressed })) as Outcome,
  refresh: async (at: OnMessage) => (await send("/refresh", at)) as Outcome,
  reportThis: async (at: OnMessage) => (await send("/report-this", at)) as Outcome,
  answerDialog: async (at: OnMessage, kind: DialogKind, data: CardJson) =>
    (await send("/dialog", { ...at, kind, data })) as Outcome,
  clock: async () => (await ask("/clock")) as ClockView,
  moveClock: async (to: { at: number } | { text: string }) => (await send("/clock", to)) as ClockView,
};

/** Hears of everything that happens in the room, of being connected (again), and of the line being lost. */
export const listen = (heard: (news: News) => void, connected: (again: boolean) => void, lost: () => void): void => {
  const source = new EventSource(`${base}/news`);
  let before = false;
  source.onopen = () => {
    connected(before);
    before = true;
  };
  source.onerror = lost;
  source.onmessage = ({ data }: MessageEvent<string>) => {
    heard(JSON.parse(data) as News);
  };
};
