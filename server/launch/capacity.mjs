// `resolved capacity`: how many phones this computer can handle as a server.
import { runBuilt } from "./program.mjs";

await runBuilt("capacity");
