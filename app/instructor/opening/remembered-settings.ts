import "#app/instructor/zod-jitless.ts";
import { withoutClashes } from "#debate/rules/exclusions.ts";
import type { Language } from "#debate/rules/languages.ts";
import { FIRST_PRESET, withPreset } from "#debate/rules/presets.ts";
import { USUAL_RULES } from "#debate/rules/session-options.ts";
import { Settings } from "#debate/rules/settings.ts";

const KEY = "resolved.settings";

const usualIn = new Map<Language, Settings>();

/** [H10] [V14] Those of the first preset, whose results are shown step by step. Made once: a dashboard asks for them fifty times. */
function usualSettings(language: Language): Settings {
  const usual = usualIn.get(language) ?? withPreset(FIRST_PRESET, Settings.parse({ language }));
  usualIn.set(language, usual);
  return usual;
}

/** The settings that this instructor chose the last time on this device, else the usual ones. */
export function rememberedSettings(language: Language): Settings {
  const usual = usualSettings(language);
  try {
    const remembered = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (remembered === null) return usual;
    // Remembered settings without minutes don't get the usual ones.
    const { minutes: _, ...untimed } = usual;
    return inLanguage(Settings.parse(withoutClashes({ ...untimed, ...remembered })), language);
  } catch {
    return usual;
  }
}

/** [H8] The usual rule follows the language; one of the instructor's own stays. */
export function inLanguage(settings: Settings, language: Language): Settings {
  const isUsual = Object.values<string>(USUAL_RULES).includes(settings.rule);
  return { ...settings, language, ...(isUsual && { rule: USUAL_RULES[language] }) };
}

export function rememberSettings(settings: Settings): void {
  try {
    // [V17] The name is of one class, and is not proposed for the next, as a version is of one debate.
    localStorage.setItem(KEY, JSON.stringify({ ...settings, name: "", version: undefined }));
  } catch {
    // Where storage is forbidden, the usual settings come up the next time.
  }
}
