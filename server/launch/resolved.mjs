#!/usr/bin/env node
// The command `resolved`. An old Node.js reads this file, too.
import { refuseOldNode } from "./node-version.mjs";

refuseOldNode();
import("./commands.mjs").then(({ runCommand }) => runCommand(process.argv.slice(2)));
