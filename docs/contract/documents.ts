import { readFileSync } from "node:fs";
import { DebateFile } from "#debate/content/debate-file.ts";
import { accessibilityReport } from "#docs/contract/accessibility-report.ts";
import { asyncApi } from "#docs/contract/asyncapi.ts";
import { jsonSchemas } from "#docs/contract/json-schemas.ts";
import { openApi } from "#docs/contract/openapi.ts";
import { promiseTable } from "#docs/contract/promise-table.ts";

/** The files that `npm run contract` writes, with what they hold. */
export function documents(): Record<string, string> {
  return {
    "docs/openapi.json": written(openApi()),
    "docs/asyncapi.json": written(asyncApi()),
    "docs/debate-file.schema.json": written(debateFileSchema()),
    "docs/openacr.yaml": accessibilityReport(readFileSync("docs/accessibility.md", "utf8")),
    "docs/privacy.md": withPromise(readFileSync("docs/privacy.md", "utf8")),
  };
}

/** [V47] A page with the table of the promise between its two marks. */
function withPromise(page: string): string {
  return page.replace(/(?<=<!-- promise -->\n\n).*?(?=\n<!-- \/promise -->)/su, promiseTable);
}

/** [D29] What programs check an exported file by. */
function debateFileSchema() {
  const { DebateFile: schema } = jsonSchemas("requests", {}, { DebateFile });
  return { $schema: "https://json-schema.org/draft/2020-12/schema", title: "Debates of Resolved", ...schema };
}

function written(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
