import { meetingsContract } from "../../contracts/meetings.ts";
import { graphBench } from "../../support/graph/bench.ts";

meetingsContract("Outlook, through Microsoft Graph", () => graphBench());
