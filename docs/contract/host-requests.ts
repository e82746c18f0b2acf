import { z } from "zod";
import { Note, ParticipationRecord, Slips, StaleNote } from "#debate/protocol/answers/host.ts";
import { PaperRequest, SaveNote } from "#debate/protocol/requests.ts";
import { DONE, names, type Requests } from "#docs/contract/request.ts";

/** Requests about what only a host has of a session. */
export const HOST_REQUESTS: Requests = {
  "GET /api/sessions/:code/participation": {
    does: "Who took part, and how: a row a seat. Not in anonymous sessions. In CSV a last row says how many seats were deleted, if any. docs/data.md says what the columns mean.",
    by: "host",
    query: {
      format: { schema: z.enum(["csv", "json"]).default("json"), says: "The format of the answer." },
      names,
    },
    answers: {
      200: {
        says: "The rows.",
        json: ParticipationRecord,
        text: "text/csv",
        headers: ["Content-Disposition"],
      },
    },
    refuses: ["malformed"],
  },
  "GET /api/sessions/:code/paper": {
    does: "The ballot slips that were typed in.",
    by: "host",
    answers: { 200: { says: "By their numbers.", json: Slips } },
  },
  "POST /api/sessions/:code/paper": {
    does: "Types in ballot slips, each as a seat of its own. Those with the id of a slip that there is replace the votes that they name; with `change` there must be all of them. Only of rounds that have begun, and not from the phase `results` on.",
    by: "host",
    body: PaperRequest,
    answers: { 201: { says: "Counted; all that there are.", json: Slips } },
    refuses: ["wrong-phase", "too-many", "duplicate", "not-found"],
  },
  "DELETE /api/sessions/:code/paper/:id": {
    does: "Deletes a ballot slip, before the phase `results`.",
    by: "host",
    answers: { 204: DONE },
    refuses: ["wrong-phase", "not-found"],
  },
  "GET /api/sessions/:code/note": {
    does: "The host's private note on a session.",
    by: "host",
    answers: { 200: { says: "The note; an empty text is none.", json: Note, headers: ["ETag"] } },
  },
  "PUT /api/sessions/:code/note": {
    does: "Saves the private note. An empty text deletes it.",
    by: "host",
    headers: { "If-Match": "Tags of the versions that may be replaced, or `*`." },
    body: SaveNote,
    answers: {
      200: { says: "Stored.", json: Note, headers: ["ETag"] },
      412: {
        says: "Another version is stored, which comes along.",
        json: StaleNote,
        headers: ["ETag"],
      },
    },
  },
};
