import { WordsRead } from "#debate/protocol/answers/words-answer.ts";
import { PickWords } from "#debate/protocol/requests.ts";
import { DONE, type Requests } from "#docs/contract/request.ts";

/** Requests about what voters wrote with their votes. */
export const WORDS_REQUESTS: Requests = {
  "GET /api/sessions/:code/words": {
    does: "What voters wrote with their votes: reasons, and how what they credit moved them. In an anonymous session not before the phase `results`, without `by` and how anyone voted, and of each kind and round only once four people wrote some [Z18].",
    by: "host",
    answers: { 200: { says: "All of it.", json: WordsRead } },
    refuses: ["wrong-phase"],
  },
  "POST /api/sessions/:code/picks": {
    does: "Lets the class see words of a voter (`reason` is their id) in the results, or no longer. At most 30.",
    by: "host",
    body: PickWords,
    answers: { 204: DONE },
    refuses: ["wrong-phase", "too-many"],
  },
};
