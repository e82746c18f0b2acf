import { z } from "zod";
import { ListPreview } from "#debate/protocol/answers/class-answers.ts";
import { ErrorAnswer } from "#debate/protocol/answers/refusals.ts";
import { PreviewList } from "#debate/protocol/requests.ts";
import type { Requests } from "#docs/contract/request.ts";

/** The request that reads a list of students. */
export const CLASS_LIST_REQUESTS: Requests = {
  "POST /api/classes/preview": {
    does: "Reads a list of students, pasted or in a file: one name a line, CSV in any order of columns, or a OneRoster 1.1 or 1.2 archive. Stores nothing.",
    by: "instructor",
    query: {
      columns: {
        schema: z.string(),
        says: "What the columns of a table are, with commas between them: `name`, `given`, `family`, `number`, `group` or `none`.",
      },
      group: { schema: z.string(), says: "The `id` of one of `groups`: only its students." },
    },
    body: PreviewList,
    takesFile: true,
    answers: {
      200: {
        says: "What was read. Without a column for names there are no students yet.",
        json: ListPreview,
      },
      415: {
        says: "Not a kind of file that is read; `spreadsheet` in `fields`: save it as CSV.",
        json: ErrorAnswer,
      },
      422: { says: "Not readable; `fields` says why.", json: ErrorAnswer },
    },
    refuses: ["too-many"],
  },
};
