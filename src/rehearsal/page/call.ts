import type { CallView } from "../wire.ts";
import { avatar, byId, el, refill } from "./dom.ts";

type Play = { readonly does: string; readonly email?: string };
type CallPerson = CallView["people"][number];

const id = location.pathname.replace(/^\/call\//, "");
const address = `/rehearsal/api/calls/${id}`;
const host = byId("call");

const ask = async (init?: RequestInit): Promise<CallView> => {
  const response = await fetch(address, init);
  const body = (await response.json()) as CallView | { error: { message: string } };
  if ("error" in body) throw new Error(body.error.message);
  return body;
};

const play = async (what: Play): Promise<void> => {
  try {
    const body = JSON.stringify(what);
    show(await ask({ method: "POST", headers: { "content-type": "application/json" }, body }));
  } catch (fault) {
    byId("live").textContent = fault instanceof Error ? fault.message : "The rehearsal room failed.";
    await look();
  }
};

const states = {
  ahead: "Booked",
  now: "Under way",
  past: "Its time is over; nobody has ended it",
} as const satisfies Record<CallView["moment"], string>;

const stateOf = ({ state, moment }: CallView): string =>
  state === "cancelled" ? "Cancelled" : state === "ended" ? "Ended" : states[moment];

const answers = [
  { does: "accepted", label: "Accept" },
  { does: "tentative", label: "Maybe" },
  { does: "declined", label: "Decline" },
] as const;

const parts = { chair: "Chair", required: "Asked to come", optional: "Welcome to come" } as const;

const button = (label: string, who: string, what: Play, pressed?: boolean): HTMLElement =>
  el("button", {
    type: "button",
    text: label,
    "aria-label": `${label}: ${who}`,
    "aria-pressed": pressed === undefined ? null : String(pressed),
    "data-key": `${what.does} ${what.email ?? ""}`,
    on: { click: () => void play(what) },
  });

const personRow = ({ email, name, part, reply, joined }: CallPerson, open: boolean): HTMLElement =>
  el(
    "li",
    { class: "call-person" },
    avatar(name),
    el(
      "span",
      { class: "call-who" },
      name,
      joined ? el("span", { class: "call-in", text: " · in the call" }) : null,
      el("small", { text: `${parts[part]} · ${email}` }),
    ),
    ...(open && part !== "chair"
      ? answers.map(({ does, label }) => button(label, name, { does, email }, reply === does))
      : []),
    open ? button(joined ? "Leave" : "Join", name, { does: joined ? "leave" : "join", email }) : null,
  );

const mails = { invitation: "Invitation", update: "Update", cancellation: "Cancellation" } as const;

const fileRow = ({ number, what, to }: CallView["invitations"][number]): HTMLElement =>
  el(
    "li",
    {},
    el("a", { href: `${address}/invitations/${String(number)}`, download: true, text: `${mails[what]} (.ics)` }),
    ` to ${to}`,
  );

const show = (view: CallView): void => {
  const open = view.state === "booked";
  document.title = `${view.subject} · Rehearsal · Watchful`;
  refill(
    host,
    el("h1", { text: view.subject }),
    el("p", { text: view.when }),
    el("p", { class: "call-state", text: stateOf(view) }),
    el("p", { class: "quiet", text: "This page plays the call. Outside the rehearsal it is a Teams call." }),
    el("h2", { text: "Who was asked" }),
    el("ul", {}, ...view.people.map((person) => personRow(person, open))),
    open ? el("p", { class: "call-end" }, button("End the call for everybody", "the call", { does: "end" })) : null,
    el("h2", { text: "Agenda" }),
    el("p", { class: "call-agenda", text: view.agenda }),
    el("h2", { text: "What would have been sent" }),
    el("ul", {}, ...view.invitations.map(fileRow)),
  );
};

const look = async (): Promise<void> => {
  try {
    show(await ask());
  } catch (fault) {
    const words = fault instanceof Error ? fault.message : "The rehearsal room failed.";
    refill(host, el("h1", { text: "Call" }), el("p", { class: "call-fault", role: "alert", text: words }));
  }
};

void look();
// Answers come from other pages too.
setInterval(() => void look(), 3_000);
