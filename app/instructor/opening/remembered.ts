import { Settings } from "#debate/rules/settings.ts";

const KEY = "resolved.settings";

/** The settings that this instructor chose the last time on this device, else the usual ones. */
export function rememberedSettings(): Settings {
  try {
    return Settings.parse(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
  } catch {
    return Settings.parse({});
  }
}

export function rememberSettings(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Where storage is forbidden, the usual settings come up the next time.
  }
}
