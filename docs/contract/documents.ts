import { asyncApi } from "#docs/contract/asyncapi.ts";
import { openApi } from "#docs/contract/openapi.ts";

/** The files that `npm run contract` writes, with what they hold. */
export function documents(): Record<string, string> {
  return { "docs/openapi.json": written(openApi()), "docs/asyncapi.json": written(asyncApi()) };
}

function written(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
