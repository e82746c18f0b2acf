import { Hono } from "hono";
import type { Participation } from "#debate/protocol/pages.ts";
import type { Checks } from "#server/http/checks.ts";
import { csvFile, FORMATS } from "#server/http/export-file.ts";
import { downloadHeader } from "#server/http/file-name.ts";
import { jsonList } from "#server/http/json-list.ts";
import { refusal } from "#server/http/reply.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { ExportRow, Rows } from "#server/sessions/export-rows.ts";
import { participationOf } from "#server/sessions/participation.ts";

const COUNTS = [
  "rebuttals",
  "replies",
  "pending",
  "hidden",
  "endorsementsGiven",
  "endorsementsReceived",
  "credits",
] as const;

/** [V19] The participation record of a session, for its host. */
export function participationRoutes(parts: Dependencies, { hosted }: Checks): Hono {
  return new Hono().get("/:code/participation", hosted, async (context) => {
    const { session } = context.var;
    const format = FORMATS.find((each) => each === (context.req.query("format") ?? "json"));
    if (!format) return refusal(context, { code: "malformed", message: "format: csv or json" });
    const found = await participationOf(parts, session);
    if (!found.ok) return refusal(context, found);
    const { rows, ...rest } = found.value;
    if (format === "json")
      return context.body(jsonList("rows", rows, rest), 200, { "content-type": "application/json" });
    context.header("content-disposition", downloadHeader(session, "participation.csv"));
    const withTyped = session.settings.identity === "pseudonym";
    const { body, type } = csvFile(tableOf(found.value, withTyped));
    return context.body(body, 200, { "content-type": type });
  });
}

/** One line a seat, and a last one that says how many seats were deleted, if any. */
function tableOf({ rounds, rows, deletedSeats }: Participation, withTyped: boolean): Rows {
  const columns = [
    ...["name", ...(withTyped ? ["realName"] : []), "removed"],
    ...["votedBefore", "votedReading", "votedAfter"],
    ...(rounds.includes("later") ? ["votedLater"] : []),
    ...[...COUNTS, "deletedWords"],
  ];
  function* lines(): Generator<ExportRow> {
    for (const { participantId: _, voted, realName = null, ...row } of rows) {
      const { before: votedBefore, reading: votedReading, after: votedAfter, later = null } = voted;
      yield { ...row, realName, votedBefore, votedReading, votedAfter, votedLater: later };
    }
    if (deletedSeats > 0) yield { name: "deletedSeats", [columns[1] ?? ""]: deletedSeats };
  }
  return { columns, rows: lines() };
}
