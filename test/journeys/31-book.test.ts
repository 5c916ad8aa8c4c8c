import { atLondon } from "../../src/time/london.ts";
import { buttonsOf } from "../support/teams/index.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";
import { askedFor, card } from "./strategy-meeting.ts";

/** Journey 31: a time is chosen, the call is booked once, and everything about it can change. */
let house: Watchful;
beforeEach(async () => {
  house = await startWatchful(atLondon("2027-02-01", "10:00"));
});
afterEach(() => house.stop());

const cast = () => ({
  ana: house.person("ana.petrescu"),
  ilinca: house.person("ilinca.popescu"),
  priya: house.person("priya.nair"),
});
const plain = { seriousRisk: "no", status: "cin", suspectedAt: "today 9am", referralReceivedAt: "today 9am" };

const events = async () => {
  const stored = await house.service.records.list("calendar", { limit: 100 });
  return stored.map(({ body }) => JSON.stringify(body));
};

const booked = async () => {
  const people = cast();
  const { ref } = await askedFor(people.ana, plain);
  await people.ana.clicks(card(people.ana), "Choose a time");
  const [first] = buttonsOf(card(people.ana).card ?? {}).filter(({ verb }) => verb === "meeting.time");
  await people.ana.clicks(card(people.ana), first?.title ?? "none");
  await house.settle();
  await people.ana.says(ref);
  return { ...people, ref };
};

it("offers times inside the deadline, and books the one that is chosen in the chair's calendar, once", async () => {
  const { ana, ilinca } = await booked();
  expect(card(ana).words).toContain("The call is booked");
  expect(buttonsOf(card(ana).card ?? {}).map(({ title }) => title)).toContain("Join the call");
  await ilinca.finds("You chair Strategy meeting SM-2027-0001");
  const stored = await events();
  expect(stored).toHaveLength(1);
  expect(stored[0]).toContain("Strategy meeting, ref AMB-1042");
  expect(stored[0]).toContain("police.ambershire.example");
});

it("keeps one meeting when it is moved, and tells the chair", async () => {
  const { ana, ilinca, ref } = await booked();
  await ana.clicks(card(ana), "Choose another time");
  await ana.clicks(card(ana), "Take the time I wrote", { when: "tomorrow 8am" });
  await house.settle();
  await ilinca.finds("has moved: Tuesday 2 February");
  await ana.says(ref);
  expect(card(ana).words).toContain("Tuesday 2 February 2027, 8am to 9am");
  expect(card(ana).words).toContain("The call is booked");
  expect(await events()).toHaveLength(1);
});

it("takes a time after the deadline only with a reason, keeps what was typed, and tells the service manager", async () => {
  const { ana, priya } = cast();
  await askedFor(ana, plain);
  await ana.clicks(card(ana), "Choose a time");
  const unclear = await ana.clicks(card(ana), "Take the time I wrote", { when: "friday 2pm" });
  expect(unclear.words).toContain("That is after the deadline");
  expect(JSON.stringify(unclear.card)).toContain("friday 2pm");
  await ana.clicks(card(ana), "Take the time I wrote", { when: "friday 2pm", whyLate: "The paediatrician is away." });
  expect(card(ana).words).toContain("After its deadline");
  await house.settle();
  await priya.finds("is held after its deadline");
});

it("is cancelled with a reason, and the invitation goes", async () => {
  const { ana, ilinca, ref } = await booked();
  const unclear = await ana.clicks(card(ana), "Cancel this meeting", { whyCancel: " " });
  expect(unclear.words).toContain("Why is it cancelled?");
  await ana.clicks(card(ana), "Cancel this meeting", { whyCancel: "The child is safe with her aunt." });
  await house.settle();
  await ilinca.finds(`Strategy meeting ${ref} (AMB-1042) is cancelled`);
  expect((await events())[0]).toContain('"cancelled"');
});

it("moves to whoever covers when the chair goes on leave, and leaves one call in a calendar", async () => {
  const { ana, ilinca, ref } = await booked();
  const tunde = house.person("tunde.adeyemi");
  await ilinca.says("I'm away today and tomorrow, tunde covers");
  await ilinca.says("I'm away 1 to 5 february, tunde covers");
  await ilinca.clicks(card(ilinca), "Confirm");
  await house.settle();
  await tunde.finds("You chair Strategy meeting");
  await ana.says(ref);
  expect(card(ana).words).toContain("Chair: Tunde Adeyemi");
  const live = (await events()).filter((event) => !event.includes('"state":"cancelled"'));
  expect(live).toHaveLength(1);
});

it("is held by telephone only when a Team Manager who did not ask for it authorises that", async () => {
  const { ana, ilinca, ref } = await booked();
  await ana.clicks(card(ana), "Ask for it", { whyTelephone: "Police have no video today." });
  await house.settle();
  const asked = await ilinca.finds("asks to hold Strategy meeting");
  await ilinca.clicks(asked, "Authorise telephone discussions", { whyDecided: "It can't wait." });
  await house.settle();
  await ana.finds("Telephone discussions are authorised");
  await ana.says(ref);
  expect(card(ana).words).toContain("By telephone only");
  expect((await events())[0]).toContain('"cancelled"');
});

it("hears of somebody who can't come, and changes who comes without a second call", async () => {
  const { ana, ilinca, ref } = await booked();
  await ana.clicks(card(ana), "Tell the chair", { whyAbsent: "I am in court." });
  await house.settle();
  await ilinca.finds("Ana Petrescu can't come: I am in court.");
  await ilinca.says(ref);
  await ilinca.clicks(card(ilinca), "Add them", { add: "Joanne Ashworth" });
  expect(card(ilinca).words).toContain("Joanne Ashworth");
  await house.settle();
  const stored = await events();
  expect(stored).toHaveLength(1);
  expect(stored[0]).toContain("joanne.ashworth@ambershire.example");
});

it("is nobody's else", async () => {
  const { ref } = await booked();
  const harriet = house.person("harriet.dunmore");
  await harriet.says(ref);
  expect(card(harriet).words).toContain("You can't open this meeting");
});
