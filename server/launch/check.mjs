// `resolved check`: whether the server could start.
import { runBuilt } from "./program.mjs";

await runBuilt("check");
