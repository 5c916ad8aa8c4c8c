import type { ReportView } from "../domain/report/view.ts";
import { inWords } from "../time/say.ts";
import { box, quiet, say, strong } from "./kit.ts";
import type { ActionSet, Element } from "./schema.ts";
import { byWhen } from "./report-parts.ts";
import { listed, typed } from "./text.ts";

/** Opens a Teams call to these accounts. */
export const callLink = (accounts: readonly string[]): string =>
  `https://teams.microsoft.com/l/call/0/0?users=${accounts.map(encodeURIComponent).join(",")}`;

type Call = NonNullable<ReportView["call"]>;

const named = ({ with: people }: Call): string =>
  listed(people.map(({ name, telephone }) => (telephone === null ? name : `${name} (${telephone})`)));

const button = ({ with: people }: Call): ActionSet => ({
  type: "ActionSet",
  actions: [{ type: "Action.OpenUrl", title: "Call in Teams", url: callLink(people.map(({ account }) => account)) }],
});

const owed = (call: Call): Element =>
  box(
    [
      strong(`Telephone ${typed(named(call))} ${call.dueAt === null ? "now" : byWhen(call.dueAt)}`),
      quiet(
        "A message is not enough where there is risk: the policy asks for a call (W-N2K-P4). Record it here once it is made.",
      ),
      ...(call.with.length > 0 ? [button(call)] : []),
    ],
    { style: "attention" },
  );

const made = ({ by, spokeTo, at }: NonNullable<Call["made"]>): Element =>
  say(`Call made: ${typed(by)} spoke to ${typed(spokeTo)}, ${inWords(at)}`, { color: "good", weight: "bolder" });

/** The telephone call of W-N2K-P4: owed until somebody records that it was made. */
export const callPart = ({ call }: ReportView): Element[] => {
  if (call === null) return [];
  return [call.made === null ? owed(call) : made(call.made)];
};
