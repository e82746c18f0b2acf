import { configureGlobal } from "fast-check";
import { SEED } from "#tests/support/chance.ts";

configureGlobal({ seed: SEED });
