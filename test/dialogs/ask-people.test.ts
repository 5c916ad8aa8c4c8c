import { people } from "../../src/dialogs/engine/ask-people.ts";
import { asOf, guide } from "./guide.ts";

const ask = people({
  ...{ name: "subjects", label: "Who is it about?", hint: null, required: false, initial: "" },
  staff: guide.people(),
});
const tunde = "tunde.adeyemi@ambershire.example";
const zofia = "zofia.wisniewska@ambershire.example";

describe("names of the staff list as people type them", () => {
  test.each<[string, string[], string]>([
    ["Tunde Adeyemi", [tunde], "Tunde Adeyemi"],
    ["tunde", [tunde], "Tunde Adeyemi"],
    [tunde, [tunde], "Tunde Adeyemi"],
    ["zofia wisniewska", [zofia], "Zofia Wiśniewska"],
    ["Tunde, Zofia Wiśniewska", [tunde, zofia], "Tunde Adeyemi, Zofia Wiśniewska"],
    ["tunde and zofia w", [tunde, zofia], "Tunde Adeyemi, Zofia Wiśniewska"],
    ["tunde; tunde adeyemi", [tunde], "Tunde Adeyemi"],
    ["tunde & zofia wisniewska", [tunde, zofia], "Tunde Adeyemi, Zofia Wiśniewska"],
  ])("%s", (typed, value, said) => {
    expect(ask.read(typed, asOf)).toEqual({ outcome: "read", value, said });
  });

  test.each([
    ["Sam Nobody", "noSuchPerson"],
    ["Tunde Adeyemi, Sam Nobody", "noSuchPerson"],
    ["zofia", "severalPeople"],
    ["x".repeat(501), "tooLong"],
  ])("%.30s is refused", (typed, why) => {
    expect(ask.read(typed, asOf)).toEqual({ outcome: "refused", why });
    expect(ask.faults).toContain(why);
  });

  test.each(["none", "Nobody", "n/a", "not staff"])("%s names nobody", (typed) => {
    expect(ask.read(typed, asOf)).toEqual({ outcome: "none", said: "" });
  });
});
