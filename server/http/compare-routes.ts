import { type Context, Hono } from "hono";
import { type Comparison, MOST_SECTIONS, type NotCompared } from "#debate/counting/sections.ts";
import { sectionStanding } from "#debate/counting/sections-headline.ts";
import { CompareRequest } from "#debate/protocol/requests.ts";
import type { Refusal } from "#debate/rules/result.ts";
import { LONG_BODY_BYTES, readJson } from "#server/http/body.ts";
import type { Checks } from "#server/http/checks.ts";
import { csvOf, plainCsv } from "#server/http/csv.ts";
import { FORMATS } from "#server/http/export-file.ts";
import { refusal } from "#server/http/reply.ts";
import { compare, compareWidely } from "#server/sessions/compare.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { ExportRow } from "#server/sessions/export-rows.ts";
import { pack } from "#server/sessions/package/session-package.ts";
import type { SummaryRefusal } from "#server/sessions/summary/elsewhere.ts";
import type { Signing } from "#server/sessions/summary/signing.ts";

const REFUSED = {
  "too-many": ["too-many", 422, `at most ${MOST_SECTIONS} sessions`],
  unknown: ["not-found", 404, "no session of yours"],
  withheld: ["forbidden", 422, "who moved is not told"],
  "not-open": ["wrong-phase", 409, "the results are not open yet"],
  different: ["malformed", 422, "another resolution than the first session's"],
  "too-few": ["malformed", 422, "at least two sessions"],
} as const satisfies Record<NotCompared["why"], [Refusal, number, string]>;

const KINDS = [...FORMATS, "package"] as const;

/** [S28] */
const SUMMARY_REFUSED: Record<SummaryRefusal, string> = {
  format: "another format than 1",
  signature: "its signature doesn't fit",
  own: "your own class: compare it by its code",
  repeated: "the same class twice",
  "other-resolution": "another resolution or text",
  impossible: "figures that no class can have",
};

export function compareRoutes(parts: Dependencies & { signing: Signing }, { signedIn }: Checks): Hono {
  return new Hono()
    .get("/", signedIn, async (context) => {
      const format = KINDS.find((each) => each === (context.req.query("format") ?? "json"));
      if (!format)
        return refusal(context, { code: "malformed", message: "format: csv, json or package" }, 422);
      const typed = (context.req.queries("codes") ?? []).flatMap((list) => list.split(","));
      const compared = await compare(parts, context.var.instructor.id, typed);
      if (!compared.ok) return notCompared(context, compared);
      if (format === "json") return context.json(compared.value);
      if (format === "package") {
        const { resolution } = compared.value;
        const about = { name: "resolved-sections", title: resolution, at: parts.clock() };
        const title = "One row for each class that is compared.";
        const rows = rowsOf(compared.value);
        const table = { name: "sections", title, columns: COLUMNS, rows, fields: FIELDS };
        context.header("content-disposition", 'attachment; filename="sections-data.zip"');
        context.header("content-type", "application/zip");
        return context.body(Buffer.from(await pack(about, [table], plainCsv)));
      }
      context.header("content-disposition", 'attachment; filename="sections.csv"');
      return context.body(csvOf(COLUMNS, rowsOf(compared.value)), 200, {
        "content-type": "text/csv; charset=utf-8",
      });
    })
    .post("/", signedIn, async (context) => {
      const body = await readJson(context, CompareRequest, LONG_BODY_BYTES);
      if (!body.ok) return refusal(context, body);
      const compared = await compareWidely(parts, context.var.instructor.id, body.value);
      if (compared.ok) return context.json(compared.value);
      if (!("place" in compared)) return notCompared(context, compared);
      const { why, place } = compared;
      const message = `summaries[${place}]: ${SUMMARY_REFUSED[why]}`;
      return refusal(
        context,
        { code: "malformed", message, fields: { summaries: [`${place}`], why: [why] } },
        422,
      );
    });
}

function notCompared(context: Context, { why, codes }: NotCompared) {
  const [code, status, says] = REFUSED[why];
  const message = `codes: ${says}${codes.length > 0 ? `: ${codes.join(", ")}` : ""}`;
  return refusal(context, { code, message, fields: { codes } }, status);
}

const CELLS = ["ff", "fa", "fu", "af", "aa", "au", "uf", "ua", "uu"] as const;
const FIELDS = {
  code: { type: "string", description: "The session's code." },
  name: { type: "string", description: "What its host calls it." },
  date: { type: "string", format: "date-time", description: "When it was opened." },
  n: { type: "integer", description: "Who voted before and after." },
  margin: { type: "number", description: "In points [S8]." },
  low: { type: "number", description: "The lower end of its 95 % interval." },
  high: { type: "number", description: "The upper end." },
  standing: { type: "string", description: "How sure its sign is [S9]." },
  ...Object.fromEntries(
    CELLS.map((cell) => [
      cell,
      { type: "integer", description: "People from the first answer to the second." },
    ]),
  ),
  experiment: { type: "string", description: "Which experiment it had [M23]." },
  difference: { type: "number", description: "What that found, in points [M19]." },
  se: { type: "number", description: "The standard error of that." },
};
const COLUMNS = Object.keys(FIELDS);

/** A row for each section; `fa` are the people who went from For to Against. */
function rowsOf({ sections }: Comparison): ExportRow[] {
  return sections.map((section) => {
    const { code, name, date, n, margin, paired } = section;
    return {
      code,
      name: name ?? null,
      date,
      n,
      margin: margin?.points ?? null,
      low: margin?.interval[0] ?? null,
      high: margin?.interval[1] ?? null,
      standing: sectionStanding(section),
      experiment: section.experiment?.kind ?? null,
      difference: section.experiment?.difference ?? null,
      se: section.experiment?.se ?? null,
      ...Object.fromEntries(paired.matrix.flat().map((people, place) => [CELLS[place], people])),
    };
  });
}
