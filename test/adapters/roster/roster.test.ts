import fc from "fast-check";
import { rosterDirectory } from "../../../src/adapters/roster/directory.ts";
import { readRoster } from "../../../src/adapters/roster/read.ts";
import { councilSchema } from "../../../src/domain/council.ts";

const council = councilSchema.parse({
  id: "ambershire",
  name: "Ambershire County Council",
  policies: ["ad-need-to-know"],
  posts: {
    "assistant-director": { title: "Assistant Director" },
    "service-manager": { title: "Service Manager" },
    "complaints-manager": { title: "Complaints Manager" },
  },
  channels: {},
  telephone: { label: "Duty line", number: "01632 960000" },
  lastResort: "assistant-director",
});

const header = "email,name,posts,team,manager_email,account,telephone";
const nadia = "nadia.rahman@ambershire.example,Nadia Rahman,assistant-director,,,acc-1,01632 960001";
const tom = "tom.okoro@ambershire.example,Tom Okoro,service-manager,North,nadia.rahman@ambershire.example,acc-2,";
const read = (...lines: string[]) => readRoster(lines.join("\n"), council);

describe("the roster", () => {
  it("gives each row as a person, and the posts that nobody holds", () => {
    expect(read(header, nadia, tom, "")).toEqual({
      people: [
        {
          id: "nadia.rahman@ambershire.example",
          name: "Nadia Rahman",
          posts: ["assistant-director"],
          team: null,
          manager: null,
          account: "acc-1",
          telephone: "01632 960001",
        },
        {
          id: "tom.okoro@ambershire.example",
          name: "Tom Okoro",
          posts: ["service-manager"],
          team: "North",
          manager: "nadia.rahman@ambershire.example",
          account: "acc-2",
          telephone: null,
        },
      ],
      faults: [],
      vacant: ["complaints-manager"],
    });
  });

  it("takes several posts, spaces, capitals in emails, columns in any order and columns of its own", () => {
    const text = [
      "Account,Desk,Name,Email,Posts,Team,Manager_Email,Telephone",
      " acc-9 ,12, Jo Hale ,JO.HALE@ambershire.example, service-manager ; complaints-manager; ,,,",
    ];
    expect(read(...text)).toMatchObject({
      people: [
        {
          id: "jo.hale@ambershire.example",
          name: "Jo Hale",
          account: "acc-9",
          posts: ["service-manager", "complaints-manager"],
        },
      ],
      faults: [],
      vacant: ["assistant-director"],
    });
  });

  it("reads what a spreadsheet saves: a byte-order mark, CRLF, quotes and line breaks in cells", () => {
    const text = `\uFEFF${header}\r\n${nadia.replace("Nadia Rahman", '"Rahman, Nadia\r\n""AD"""')}\r\nnobody\r\n`;
    expect(readRoster(text, council)).toMatchObject({
      people: [{ name: 'Rahman, Nadia\r\n"AD"' }],
      faults: [{ line: 4 }],
    });
  });

  const row = (change: Partial<Record<"email" | "name" | "posts" | "manager" | "account", string>>) => {
    const cell = { email: "x@ambershire.example", name: "X", posts: "", manager: "", account: "acc-x", ...change };
    return `${cell.email},${cell.name},${cell.posts},,${cell.manager},${cell.account},`;
  };

  it.each([
    ["an email that is none", row({ email: "nobody" }), '"nobody" is not an email address: write'],
    ["no name", row({ name: " " }), "the name is missing: write"],
    ["no account", row({ account: "" }), "the account is missing: write"],
    ["a post that the council lacks", row({ posts: "mayor" }), "mayor: no such post in the council file: write one of"],
    ["a post named like something else", row({ posts: "constructor" }), "constructor: no such post"],
    ["a post not in kebab case", row({ posts: "Service Manager" }), "not in kebab case: write"],
    ["a manager who is no email", row({ manager: "the boss" }), '"the boss" is not an email address'],
    [
      "a manager who is not there",
      row({ manager: "gone@ambershire.example" }),
      "gone@ambershire.example is not on the roster: add",
    ],
    ["a manager who is the person", row({ manager: "x@ambershire.example" }), "goes in a circle"],
    ["an email of another row", row({ email: "NADIA.RAHMAN@ambershire.example" }), "already on line 2: keep one"],
    ["an account of another row", row({ account: "ACC-1" }), "the account acc-1 is already on line 2"],
    ["too few cells", "x@ambershire.example,X", "2 cells where the header has 7: put"],
    ["a quote that is never closed", '"x@ambershire.example,X,,,,acc-x,', "close every quoted cell"],
  ])("faults %s, on its line, and says what to write", (_what, line, words) => {
    const { faults } = read(header, nadia, line);
    expect(faults[0]).toEqual({ line: 3, what: expect.stringContaining(words) as string });
    expect(new Set(faults.map((fault) => fault.line))).toEqual(new Set([3]));
  });

  it("tells a circle of managers once, at its first line, and leaves those below it alone", () => {
    const { faults } = read(
      header,
      row({ email: "d@ambershire.example", account: "4", manager: "a@ambershire.example" }),
      row({ email: "a@ambershire.example", account: "1", manager: "b@ambershire.example" }),
      row({ email: "b@ambershire.example", account: "2", manager: "c@ambershire.example" }),
      row({ email: "c@ambershire.example", account: "3", manager: "a@ambershire.example" }),
    );
    expect(faults).toMatchObject([{ line: 3 }]);
  });

  it("does not call a manager missing whose own row is at fault", () => {
    expect(read(header, nadia.replace("acc-1", ""), tom).faults).toMatchObject([{ line: 2 }]);
  });

  it.each([
    ["nothing", "", "email, name, posts"],
    ["a header that lacks a column", header.replace(",account", ""), "the header lacks account: write"],
  ])("faults %s on line 1", (_what, text, words) => {
    expect(readRoster(text, council)).toMatchObject({
      people: [],
      faults: [{ line: 1, what: expect.stringContaining(words) as string }],
      vacant: Object.keys(council.posts),
    });
  });

  it("never passes over a row: each is a person or a fault, whatever it holds", () => {
    const cell = fc.constantFrom("", "x", "a@b.example", "c@d.example", "service-manager", " ", "1", '""');
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, (cells) => {
        const { people, faults } = read(header, ...cells.map((row) => row.join(",")));
        const lines = new Set(faults.map(({ line }) => line));
        const filled = cells.filter((row) => row.some((one) => one.trim() !== "" && one !== '""')).length;
        expect(people.length + lines.size).toBeGreaterThanOrEqual(filled);
      }),
    );
  });
});

describe("the directory", () => {
  const directory = rosterDirectory(read(header, nadia, tom).people, council);

  it("knows a person by email and by account, in any letter case, and nobody else", () => {
    expect(directory.person("Tom.Okoro@ambershire.example")?.name).toBe("Tom Okoro");
    expect(directory.byAccount("ACC-2")?.name).toBe("Tom Okoro");
    expect([directory.person("acc-2"), directory.byAccount("tom.okoro@ambershire.example")]).toEqual([
      undefined,
      undefined,
    ]);
    expect(directory.people()).toHaveLength(2);
  });

  it.each([
    ["service-manager", "Service Manager", ["Tom Okoro"]],
    ["complaints-manager", "Complaints Manager", []],
    ["a-post-the-council-lacks", "a-post-the-council-lacks", []],
  ])("says who holds %s", (post, title, names) => {
    const holders = directory.holders(post, 0);
    expect({ ...holders, people: holders.people.map(({ name }) => name) }).toEqual({ post, title, people: names });
  });
});
