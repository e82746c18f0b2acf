// `npm run capacity`: how many phones this computer can handle as a server.
import { pathToFileURL } from "node:url";
import { buildWhereStale } from "./build.mjs";

await buildWhereStale();
await import(pathToFileURL("dist/capacity.js").href);
