// `npm start`, and `resolved` without a command: the server. An old Node.js reads this file, too, so it has no `await` outside functions.
import { refuseOldNode } from "./node-version.mjs";
import { runBuilt } from "./program.mjs";

refuseOldNode();
Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
runBuilt("server");
