import { Hono } from "hono";
import type { ParticipationRecord } from "#debate/protocol/pages.ts";
import { isOfDebate, ROUNDS, type Round } from "#debate/rules/choices.ts";
import type { Checks } from "#server/http/checks.ts";
import { csvFile, formOf, tableFile } from "#server/http/export-file.ts";
import { downloadHeader } from "#server/http/file-name.ts";
import { jsonList } from "#server/http/json-list.ts";
import { refusal } from "#server/http/reply.ts";
import type { Audit } from "#server/sessions/audit.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { drawnIds } from "#server/sessions/drawn-ids.ts";
import type { ExportRow, Rows } from "#server/sessions/export-rows.ts";
import { participationOf, recordWithoutNames } from "#server/sessions/participation.ts";

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
export function participationRoutes(parts: Dependencies, { hosted }: Checks, audit: Audit): Hono {
  return new Hono().get("/:code/participation", hosted, async (context) => {
    const { session } = context.var;
    const form = formOf(context);
    if (!form.ok) return refusal(context, form);
    const { format, withNames } = form.value;
    const found = await participationOf(parts, session);
    if (!found.ok) return refusal(context, found);
    const record = withNames ? found.value : await recordWithoutNames(found.value, drawnIds(parts.ids.uuid));
    const { rows, ...rest } = record;
    await audit.exported(session, "participation", withNames);
    if (format === "json")
      return context.body(jsonList("rows", rows, rest), 200, { "content-type": "application/json" });
    context.header("content-disposition", downloadHeader(session, tableFile("participation", form.value)));
    const named = session.settings.identity === "pseudonym" ? ["name", "realName"] : ["name"];
    const { body, type } = csvFile(tableOf(record, withNames ? named : ["participant"]));
    return context.body(body, 200, { "content-type": type });
  });
}

/** One line a seat, and a last one that says how many seats were deleted, if any. */
function tableOf({ rounds, rows, deletedSeats }: ParticipationRecord, people: readonly string[]): Rows {
  const columns = [
    ...[...people, "removed"],
    ...ROUNDS.filter((round) => isOfDebate(round) || rounds.includes(round)).map(columnOf),
    ...[...COUNTS, "deletedWords"],
  ];
  function* lines(): Generator<ExportRow> {
    for (const { participantId: participant, voted, realName = null, ...row } of rows) {
      const votes = Object.fromEntries(ROUNDS.map((round) => [columnOf(round), voted[round] ?? null]));
      yield { ...row, participant, realName, ...votes };
    }
    if (deletedSeats > 0) yield { [columns[0] ?? ""]: "deletedSeats", [columns[1] ?? ""]: deletedSeats };
  }
  return { columns, rows: lines() };
}

const columnOf = (round: Round) => `voted${round.charAt(0).toUpperCase()}${round.slice(1)}`;
