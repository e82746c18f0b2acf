import { DebateFile } from "#debate/content/debate-file.ts";
import { asyncApi } from "#docs/contract/asyncapi.ts";
import { jsonSchemas } from "#docs/contract/json-schemas.ts";
import { openApi } from "#docs/contract/openapi.ts";

/** The files that `npm run contract` writes, with what they hold. */
export function documents(): Record<string, string> {
  return {
    "docs/openapi.json": written(openApi()),
    "docs/asyncapi.json": written(asyncApi()),
    "docs/debate-file.schema.json": written(debateFileSchema()),
  };
}

/** [D29] What programs check an exported file by. */
function debateFileSchema() {
  const { DebateFile: schema } = jsonSchemas("requests", {}, { DebateFile });
  return { $schema: "https://json-schema.org/draft/2020-12/schema", title: "Debates of Resolved", ...schema };
}

function written(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
