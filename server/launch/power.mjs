// `resolved power`: how sure an experiment with some classes could be.
import { runBuilt } from "./program.mjs";

await runBuilt("power");
