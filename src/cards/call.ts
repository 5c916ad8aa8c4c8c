import type { Instant } from "../domain/instants.ts";
import type { ReportView } from "../domain/report/view.ts";
import { box, coloured, quiet, strong } from "./kit.ts";
import type { ActionSet, Element } from "./schema.ts";
import { listed, typed } from "./text.ts";
import { byWhen, shortly } from "./when.ts";

/** Opens a Teams call to these accounts. */
export const callLink = (accounts: readonly string[]): string =>
  `https://teams.microsoft.com/l/call/0/0?users=${accounts.map(encodeURIComponent).join(",")}`;

type Call = NonNullable<ReportView["call"]>;

const named = ({ with: people }: Call): string =>
  listed(people.map(({ name, telephone }) => (telephone === null ? name : `${name} (${telephone})`)));

/** Teams opens a call by sign-in name; the account is tried where the roster's email is not at hand. */
const button = ({ with: people }: Call): ActionSet => ({
  type: "ActionSet",
  actions: [
    {
      type: "Action.OpenUrl",
      title: "Call in Teams",
      url: callLink(people.map(({ email, account }) => email ?? account)),
    },
  ],
});

/** For whoever is to be telephoned: the call comes to them, and they may be the first to record it. */
const expected = (call: Call, near: Instant): Element =>
  box(
    [
      strong(`Expect a telephone call ${byWhen(call.dueAt ?? near, near)}`),
      quiet("A message is not enough here (W-N2K-P4). When you have spoken, either of you records it.", {
        isSubtle: false,
      }),
    ],
    { style: "attention" },
  );

const owed = (call: Call, near: Instant): Element =>
  box(
    [
      strong(`Telephone ${typed(named(call))} ${byWhen(call.dueAt ?? near, near)}`),
      quiet(
        "Where there is risk, the policy asks for a call: a message is not enough (W-N2K-P4). Make it, then record it.",
        {
          isSubtle: false,
        },
      ),
      ...(call.with.length > 0 ? [button(call)] : []),
    ],
    { style: "attention" },
  );

const made = ({ by, spokeTo, at }: NonNullable<Call["made"]>, near: Instant): Element =>
  coloured(`Call made: ${typed(by)} spoke to ${typed(spokeTo)}, ${shortly(at, near)}`, "good");

/** The telephone call of W-N2K-P4: owed until somebody records that it was made. */
export const callPart = ({ call, reportedAt }: ReportView): Element[] => {
  if (call === null) return [];
  if (call.made !== null) return [made(call.made, reportedAt)];
  return [call.expected === true ? expected(call, reportedAt) : owed(call, reportedAt)];
};
