// Before any page's own scripts: schemas are checked without making code of them, which the pages' policy forbids.
import { config } from "zod/v4/core";

config({ jitless: true });
