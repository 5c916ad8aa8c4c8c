import { flowFaults } from "../../../src/dialogs/engine/check.ts";
import { meetingFlow } from "../../../src/dialogs/meeting/flow.ts";

test("every screen of asking for a meeting can be reached, leads on, and comes to an end", () => {
  expect(flowFaults(meetingFlow)).toEqual([]);
});

test("a screen that nobody leads to is found", () => {
  const { about, ...others } = meetingFlow.screens;
  const screens = {
    ...others,
    about: { ...about, buttons: [{ ...about.buttons[0], routes: [{ to: "check" }] }] },
  } as const;
  expect(flowFaults({ ...meetingFlow, screens }).length).toBeGreaterThan(0);
});
