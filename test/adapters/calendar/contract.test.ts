import { meetingsContract } from "../../contracts/meetings.ts";
import { localBench } from "../../support/local-calendar.ts";

meetingsContract("the rehearsal's own calendar", () => Promise.resolve(localBench()));
