import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import { NotDurable, type Records } from "../../src/app/ports/records.ts";
import { inputsOf } from "../support/teams/index.ts";
import { startService, type Service } from "./support/service.ts";

const notSaved = "Not saved. Nothing has been sent. Please telephone the duty desk on 01632 960100.";

/** A store whose disk can be filled. */
const fillable = () => {
  let full = false;
  const inner = openSqlite(":memory:");
  const records: Records = {
    ...inner,
    commit: (write) => (full ? Promise.reject(new NotDurable("disk full")) : inner.commit(write)),
    next: (series) => (full ? Promise.reject(new NotDurable("disk full")) : inner.next(series)),
  };
  return {
    records,
    fill: () => {
      full = true;
    },
  };
};

let service: Service;
let fill: () => void;
beforeEach(async () => {
  const store = fillable();
  fill = store.fill;
  service = await startService({ records: store.records });
});
afterEach(() => service.stop());

describe("when the store cannot be written", () => {
  test("a message is answered with whom to telephone, and what was typed stays", async () => {
    fill();
    const [answer] = await service.ana.says("report somebody is missing");
    expect(answer?.words).toContain(notSaved);
    expect(answer?.card && inputsOf(answer.card)).toMatchObject({ text: "somebody is missing" });
  });

  test("“report” alone says so too", async () => {
    fill();
    expect((await service.ana.says("report"))[0]?.words).toContain(notSaved);
  });

  test("an answer to a screen stays on the screen", async () => {
    const { ana } = service;
    await ana.says("report somebody is missing");
    fill();
    const answer = await ana.clicks(ana.latest(), "Next", { what: "missing since Friday" });
    expect(answer.words).toContain(notSaved);
    expect(answer.card && inputsOf(answer.card)).toMatchObject({ what: "missing since Friday" });
  });

  test("a confirmation is not taken for one, and the button is still there", async () => {
    const { ana } = service;
    await ana.says("report somebody is missing");
    await ana.clicks(ana.latest(), "Next");
    fill();
    const answer = await ana.clicks(ana.latest(), "Send");
    expect(answer.words).toContain(notSaved);
    expect(answer.words).not.toMatch(/NTK-/);
    expect(answer.words).toContain("Send");
    expect(await service.records.count("report")).toBe(0);
  });

  test("a question about a report is kept in its box", async () => {
    const { ana, nadia } = service;
    await ana.says("report somebody is missing");
    await ana.clicks(ana.latest(), "Next");
    await ana.clicks(ana.latest(), "Send");
    await service.settle();
    const telling = await nadia.finds("NTK-2026-0001");
    fill();
    const answer = await nadia.clicks(telling, "Send the question", { question: "Are the police aware?" });
    expect(answer.words).toContain(notSaved);
    expect(answer.card && inputsOf(answer.card)).toMatchObject({ question: "Are the police aware?" });
  });

  test("in a dialog it is said on the same screen", async () => {
    const { ana } = service;
    fill();
    const dialog = await ana.opensDialog("13yo missing");
    expect(typeof dialog === "string" ? dialog : dialog.words).toContain(notSaved);
  });

  test("help still helps", async () => {
    fill();
    expect((await service.ana.says("help"))[0]?.words).toContain("What I can do");
  });
});
