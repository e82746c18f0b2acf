import "#app/instructor/zod-jitless.ts";
import { Settings } from "#debate/rules/settings.ts";

const KEY = "resolved.settings";

/** [V14] A class sees its results step by step, unless the instructor chose otherwise; the API begins without. */
const AT_FIRST = { stagedReveal: true };

/** The settings that this instructor chose the last time on this device, else the usual ones. */
export function rememberedSettings(): Settings {
  try {
    return Settings.parse({ ...AT_FIRST, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") });
  } catch {
    return Settings.parse(AT_FIRST);
  }
}

export function rememberSettings(settings: Settings): void {
  try {
    // [V17] The name is of one class, and is not proposed for the next.
    localStorage.setItem(KEY, JSON.stringify({ ...settings, name: "" }));
  } catch {
    // Where storage is forbidden, the usual settings come up the next time.
  }
}
