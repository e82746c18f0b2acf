import type { z } from "zod";
import type { Settings } from "#debate/rules/settings.ts";

/** Settings as a request gives them: what is absent is usual. */
export type GivenSettings = z.input<typeof Settings>;
