// `npm run contract`: writes the API documents from the schemas of messages and requests.
import { writeFile } from "node:fs/promises";
import { documents } from "#docs/contract/documents.ts";

for (const [file, content] of Object.entries(documents())) await writeFile(file, content);
