import { startService, type Service } from "./support/service.ts";

let service: Service;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.stop());

describe("somebody types in the chat", () => {
  test("help is answered with what it can do", async () => {
    const [answer] = await service.ana.says("help");
    expect(answer?.words).toContain("What I can do");
  });
});
