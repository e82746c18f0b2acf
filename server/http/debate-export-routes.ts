import { Hono } from "hono";
import type { Debate } from "#debate/content/debate.ts";
import { debateFile } from "#debate/content/debate-file.ts";
import { writeMarkdown } from "#debate/content/debate-markdown.ts";
import { fileName } from "#debate/rules/file-names.ts";
import { accept } from "#debate/rules/result.ts";
import type { SignedIn } from "#server/http/checks.ts";
import { refusal } from "#server/http/reply.ts";
import { debateToDo } from "#server/sessions/debate-access.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { seriesWith } from "#server/sessions/series.ts";

const TYPES = { json: "application/json", markdown: "text/markdown; charset=utf-8" } as const;
const ENDINGS = { json: "json", markdown: "md" } as const;

/** [D29] Debates as files; part of the routes of debates. */
export function debateExportRoutes(store: Dependencies["store"]) {
  return new Hono<SignedIn>().get("/:id/export", async (context) => {
    const { format = "json", of = "debate" } = context.req.query();
    if (!isFormat(format) || !["debate", "series"].includes(of) || (of === "series" && format !== "json"))
      return refusal(context, {
        code: "malformed",
        message: "format: json or markdown; of: debate, or series as json",
      });
    const { id: instructorId } = context.var.instructor;
    const found = await debateToDo(store, instructorId, context.req.param("id"), "copy");
    if (!found.ok) return refusal(context, found);
    const { debate, isDraft } = found.value;
    if (isDraft) return refusal(context, { code: "unfinished" }); // [D29]
    const debates = of === "series" ? await seriesWith(store, instructorId, debate) : accept([debate]);
    if (!debates.ok) return refusal(context, debates);
    const body =
      format === "json" ? `${JSON.stringify(debateFile(debates.value), null, 2)}\n` : writeMarkdown(debate);
    const title = of === "series" ? debate.series : debate.resolution;
    return context.body(body, 200, {
      "content-type": TYPES[format],
      "content-disposition": download(title ?? debate.resolution, ENDINGS[format]),
    });
  });
}

function isFormat(format: string): format is keyof typeof TYPES {
  return Object.hasOwn(TYPES, format);
}

/** The file's name is the debate's, as far as file systems allow it [V17]. */
function download(title: Debate["resolution"], ending: string): string {
  const name = `${[...fileName("", title, "")].slice(0, 80).join("")}.${ending}`;
  return `attachment; filename="debate.${ending}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
