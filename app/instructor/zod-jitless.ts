// Imported before any schema that a page loads: schemas check without compiling code, which the pages' policy forbids.
import { config } from "zod/v4/core";

config({ jitless: true });
