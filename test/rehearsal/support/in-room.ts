import { ana, ask, startBot, type Activity, type Answering, type Asked, type Started } from "./bot.ts";

export interface Seen {
  readonly id: string;
  readonly text: string;
  readonly card: unknown;
  readonly refreshes: boolean;
}

export const chat = `a:${ana.account}`;
export const duty = "19:duty-room@thread.v2";

/** A bot and its room afresh for each test, and the page's calls. `room.answer` is what the bot answers. */
export const freshRoom = () => {
  let bot: Started | null = null;
  const running = (): Started => {
    if (!bot) throw new Error("The room is open during a test only.");
    return bot;
  };
  const room = {
    answer: (() => Promise.resolve({})) as Answering,
    bot: running,
    api: (path: string, body?: unknown): Promise<Asked> =>
      ask(`${running().url}/rehearsal/api${path}`, body === undefined ? {} : { body }),
    sees: async (account: string, conversation: string): Promise<readonly Seen[]> =>
      (await room.api(`/people/${account}/conversations/${encodeURIComponent(conversation)}`)).body as readonly Seen[],
    last: async (account = ana.account, conversation = chat): Promise<Seen> => {
      const seen = (await room.sees(account, conversation)).at(-1);
      if (!seen) throw new Error("Nothing has been said there.");
      return seen;
    },
    /** The bot says something by itself. */
    speak: (conversation: string, body: unknown): Promise<Asked> =>
      ask(`${running().connector}/v3/conversations/${encodeURIComponent(conversation)}/activities`, { body }),
    invokes: (): Activity[] => running().heard.filter(({ type }) => type === "invoke"),
  };
  beforeEach(async () => {
    room.answer = () => Promise.resolve({});
    bot = await startBot((activity, speak) => room.answer(activity, speak), { patienceMs: 250 });
  });
  afterEach(async () => {
    await bot?.stop();
    bot = null;
  });
  return room;
};
