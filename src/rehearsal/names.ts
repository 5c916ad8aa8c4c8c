/** Ids in the form Teams gives them, so that the bot meets nothing here that it would not meet in service. */
export const bot = { id: "28:watchful", name: "Watchful" } as const;
export const tenant = "rehearsal";
export const channelId = "msteams";
export const team = { id: "19:rehearsal-team@thread.tacv2", name: "Children's social care" } as const;
export const cardType = "application/vnd.microsoft.card.adaptive";

export const userId = (account: string): string => `29:${account}`;
export const chatWith = (account: string): string => `a:${account}`;

/** The account behind a Teams user id, or behind an account given as it is: the connector takes either. */
export const accountOf = (id: string): string => id.replace(/^29:/, "");

/** A reply in a channel names its thread after the channel's id; the room keeps a channel in one piece. */
export const withoutThread = (conversation: string): string => conversation.split(";")[0] ?? conversation;
/** The message under which a reply stands; null outside a thread. */
export const rootOf = (conversation: string): string | null => /;messageid=([^;]+)/.exec(conversation)?.[1] ?? null;

export const connectorPath = "/rehearsal/connector";
export const serviceUrl = (port: number): string => `http://127.0.0.1:${String(port)}${connectorPath}`;
