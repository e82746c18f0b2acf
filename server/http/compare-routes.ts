import { Hono } from "hono";
import { type Comparison, MOST_SECTIONS, type NotCompared } from "#debate/counting/sections.ts";
import { sectionStanding } from "#debate/counting/sections-headline.ts";
import type { Refusal } from "#debate/rules/result.ts";
import type { Checks } from "#server/http/checks.ts";
import { csvOf } from "#server/http/csv.ts";
import { FORMATS } from "#server/http/export-file.ts";
import { refusal } from "#server/http/reply.ts";
import { compare } from "#server/sessions/compare.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

const REFUSED = {
  "too-many": ["too-many", 422, `at most ${MOST_SECTIONS} sessions`],
  unknown: ["not-found", 404, "no session of yours"],
  withheld: ["forbidden", 422, "who moved is not told"],
  "not-open": ["wrong-phase", 409, "the results are not open yet"],
  different: ["malformed", 422, "another resolution than the first session's"],
  "too-few": ["malformed", 422, "at least two sessions"],
} as const satisfies Record<NotCompared["why"], [Refusal, number, string]>;

export function compareRoutes(parts: Dependencies, { signedIn }: Checks): Hono {
  return new Hono().get("/", signedIn, async (context) => {
    const format = FORMATS.find((each) => each === (context.req.query("format") ?? "json"));
    if (!format) return refusal(context, { code: "malformed", message: "format: csv or json" }, 422);
    const typed = (context.req.queries("codes") ?? []).flatMap((list) => list.split(","));
    const compared = await compare(parts, context.var.instructor.id, typed);
    if (!compared.ok) {
      const { why, codes } = compared;
      const [code, status, says] = REFUSED[why];
      const message = `codes: ${says}${codes.length > 0 ? `: ${codes.join(", ")}` : ""}`;
      return refusal(context, { code, message, fields: { codes } }, status);
    }
    if (format === "json") return context.json(compared.value);
    context.header("content-disposition", 'attachment; filename="sections.csv"');
    return context.body(csvOf(COLUMNS, rowsOf(compared.value)), 200, {
      "content-type": "text/csv; charset=utf-8",
    });
  });
}

const CELLS = ["ff", "fa", "fu", "af", "aa", "au", "uf", "ua", "uu"] as const;
const COLUMNS = ["code", "name", "date", "n", "margin", "low", "high", "standing", ...CELLS];

/** A row for each section; `fa` are the people who went from For to Against. */
function rowsOf({ sections }: Comparison): object[] {
  return sections.map((section) => {
    const { code, name, date, n, margin, paired } = section;
    return {
      code,
      name,
      date,
      n,
      margin: margin?.points,
      low: margin?.interval[0],
      high: margin?.interval[1],
      standing: sectionStanding(section),
      ...Object.fromEntries(paired.matrix.flat().map((people, place) => [CELLS[place], people])),
    };
  });
}
