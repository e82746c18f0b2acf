import manifest from "../../package.json" with { type: "json" };

export const PROGRAM_VERSION = manifest.version;
