import { z } from "zod";
import { DebateFile } from "#debate/content/debate-file.ts";
import * as debates from "#debate/protocol/answers/debates.ts";
import { ErrorAnswer } from "#debate/protocol/answers/refusals.ts";
import {
  ArchiveRequest,
  CopyRequest,
  CreateRequest,
  ImportAddress,
  ImportQuery,
  ImportRequest,
  LinkDebate,
  SaveRequest,
  ShareDebate,
} from "#debate/protocol/requests.ts";
import { SHELF_FIELDS } from "#debate/protocol/shelf.ts";
import { DONE, file, type Requests } from "#docs/contract/request.ts";

const NOT_READ = {
  415: { says: "Not a kind of file that is read.", json: ErrorAnswer },
  422: { says: "Not a debate, or not readable; `fields` lists what is missing or why.", json: ErrorAnswer },
};
const MISFITS = { says: "A reading text does not fit its original; `fields` says where.", json: ErrorAnswer };

/** [D12] A page names who writes in it, so that nothing of theirs is stored by a colleague who signs in in the same browser. */
const BY = {
  "X-Instructor":
    "The id of the instructor who wrote it: refused as `unauthorized` where another is signed in.",
};

const STALE = {
  says: "Another version is stored, which comes along.",
  json: debates.StaleDebate,
  headers: ["ETag" as const],
};

/** Requests about an instructor's debates. */
export const DEBATE_REQUESTS: Requests = {
  "GET /api/debates": {
    does: "Lists debates that the caller may use: built-in ones, then the newest first. Without `shelf`: all but drafts and archived ones.",
    by: "instructor",
    query: {
      q: {
        schema: SHELF_FIELDS.q,
        says: "Words that all must be in resolution, experts, series, tags or text.",
      },
      shelf: { schema: SHELF_FIELDS.shelf, says: "One shelf only." },
      lang: { schema: SHELF_FIELDS.lang, says: "The main language." },
      length: {
        schema: SHELF_FIELDS.length,
        says: "Minutes to read both positions: up to 6, up to 12, or more.",
      },
      level: { schema: SHELF_FIELDS.level, says: "The reading level." },
      taught: { schema: SHELF_FIELDS.taught, says: "Whether the caller has opened a session of it." },
      subject: { schema: SHELF_FIELDS.subject, says: "The first tag." },
      splits: {
        schema: SHELF_FIELDS.splits,
        says: "Only those whose classes are usually split at the first vote.",
      },
    },
    answers: { 200: { says: "They.", json: debates.ListedDebates } },
    refuses: ["malformed", "too-long"],
  },
  "POST /api/debates/import": {
    does: "Reads a text, a file or an exported file as a debate, and stores it with the file.",
    by: "instructor",
    query: { id: { schema: ImportQuery.shape.id, says: "Of a file: the `id` that JSON has in its body." } },
    headers: BY,
    body: ImportRequest,
    takesFile: true,
    answers: {
      201: {
        says: "Stored. `debates`: all of them, from an exported file.",
        json: debates.Imported,
      },
      ...NOT_READ,
    },
    refuses: ["too-many"],
  },
  "POST /api/debates/import/preview": {
    does: "Reads the text of a file, and stores nothing.",
    by: "instructor",
    takesFile: true,
    answers: {
      200: {
        says: "The text, with headings; where `marked`, links and emphasis are as Markdown writes them.",
        json: debates.FilePreview,
      },
      ...NOT_READ,
    },
    refuses: ["too-many"],
  },
  "PUT /api/debates/:id/source": {
    does: "Keeps the file that a debate was made from with it.",
    by: "instructor",
    headers: BY,
    takesFile: true,
    answers: { 204: DONE, 415: NOT_READ[415] },
    refuses: ["not-found"],
  },
  "GET /api/debates/:id/source": {
    does: "Downloads the file that a debate was imported from.",
    by: "instructor",
    answers: {
      200: { says: "The file.", text: "application/octet-stream", headers: ["Content-Disposition"] },
    },
    refuses: ["not-found", "too-many"],
  },
  "POST /api/debates": {
    does: "Stores a debate. With an `id` that the client made, the same sent again is stored once.",
    by: "instructor",
    headers: BY,
    body: CreateRequest,
    answers: {
      201: { says: "Stored.", json: debates.SavedDebate, headers: ["ETag"] },
      412: { ...STALE, says: "The caller's debate of that id is another by now, and comes along." },
    },
    refuses: ["duplicate"],
  },
  "GET /api/debates/:id": {
    does: "Reads one of the caller's debates, a shared one, or the built-in one.",
    by: "instructor",
    answers: { 200: { says: "The debate.", json: debates.StoredDebate, headers: ["ETag"] } },
    refuses: ["not-found"],
  },
  "PUT /api/debates/:id": {
    does: "Replaces one of the caller's debates, or one shared to edit.",
    by: "instructor",
    headers: {
      ...BY,
      "If-Match":
        "Tags of the versions that may be replaced, or `*`; the tags, where a colleague may edit it, too.",
    },
    body: SaveRequest,
    answers: {
      200: {
        says: "Stored; `etag` is the version for the next save.",
        json: debates.SavedDebate,
        headers: ["ETag"],
      },
      422: MISFITS,
      412: STALE,
    },
    refuses: ["not-found", "forbidden"],
  },
  "DELETE /api/debates/:id": {
    does: "Deletes one of the caller's debates, or archives it if a session was opened with it.",
    by: "instructor",
    answers: {
      200: { says: "Archived instead.", json: debates.Archived },
      204: DONE,
    },
    refuses: ["not-found"],
  },
  "POST /api/debates/:id/copy": {
    does: "Stores a copy of a debate that the caller may copy.",
    by: "instructor",
    body: CopyRequest,
    answers: { 201: { says: "Stored.", json: debates.StoredDebate } },
    refuses: ["not-found", "forbidden", "duplicate"],
  },
  "PUT /api/debates/:id/archived": {
    does: "Archives one of the caller's debates, or puts it back on its shelf.",
    by: "instructor",
    body: ArchiveRequest,
    answers: { 204: DONE },
    refuses: ["not-found", "forbidden"],
  },
  "GET /api/debates/:id/export": {
    does: "Downloads a debate as a file, which `POST /api/debates/import` takes.",
    by: "instructor",
    query: {
      format: { schema: z.enum(["json", "markdown"]), says: "`json` without it." },
      of: {
        schema: z.enum(["debate", "series"]),
        says: "The debate alone without it; a series as JSON only.",
      },
    },
    answers: {
      200: file(DebateFile, "The file, as `docs/debate-file.schema.json` describes it; or Markdown."),
    },
    refuses: ["malformed", "not-found", "forbidden", "unfinished", "too-long"],
  },
  "GET /api/debates/:id/sharing": {
    does: "Lists with whom one of the caller's debates is shared, accounts or not.",
    by: "instructor",
    answers: { 200: { says: "They.", json: debates.SharedWith } },
    refuses: ["not-found", "forbidden"],
  },
  "PUT /api/debates/:id/sharing": {
    does: "Shares one of the caller's debates, or takes that back.",
    by: "instructor",
    body: ShareDebate,
    answers: { 204: DONE },
    refuses: ["not-found", "forbidden", "too-many"],
  },
  "GET /api/debates/:id/link": {
    does: "Reads the link by which other servers import one of the caller's debates.",
    by: "instructor",
    answers: { 200: { says: "The link; null without one.", json: debates.LinkAnswer } },
    refuses: ["not-found", "forbidden"],
  },
  "PUT /api/debates/:id/link": {
    does: "Makes such a link, to the debate or its series. The address stays while there is one.",
    by: "instructor",
    body: LinkDebate,
    answers: { 200: { says: "The link.", json: debates.LinkAnswer } },
    refuses: ["not-found", "forbidden"],
  },
  "DELETE /api/debates/:id/link": {
    does: "Ends the link.",
    by: "instructor",
    answers: { 204: DONE },
    refuses: ["not-found", "forbidden"],
  },
  "GET /api/shared/:file": {
    does: "The debates of such a link as a file, as from `GET /api/debates/:id/export`. `file`: as the link names it.",
    by: "anyone",
    answers: { 200: { says: "The file.", json: DebateFile } },
    refuses: ["not-found", "too-many", "too-long"],
  },
  "POST /api/debates/import/address": {
    does: "Reads an exported file on another server, by https and from a public address, as `POST /api/debates/import/preview` reads a file. Stores nothing.",
    by: "instructor",
    body: ImportAddress,
    answers: { 200: { says: "What is in the file.", json: debates.FilePreview } },
    refuses: ["malformed", "not-found", "too-many", "busy"],
    statuses: { malformed: 422, "not-found": 422 },
  },
  "GET /api/debates/:id/versions": {
    does: "Lists how a debate was saved, the newest first; nothing if it was never changed.",
    by: "instructor",
    answers: { 200: { says: "They.", json: debates.SavedVersions } },
    refuses: ["not-found", "forbidden"],
  },
  "GET /api/debates/:id/versions/:version": {
    does: "Reads an earlier version of a debate.",
    by: "instructor",
    answers: { 200: { says: "The debate as it was.", json: debates.StoredDebate } },
    refuses: ["not-found", "forbidden"],
  },
};
