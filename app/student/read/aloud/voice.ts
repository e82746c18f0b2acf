type Voice = Pick<SpeechSynthesisVoice, "lang" | "localService" | "default">;

const languageIn = (tag: string) => tag.toLowerCase().split(/[-_]/u)[0] ?? "";

/**
 * [X6] The device's own voice for a language: of the same region where there is one. Voices that send the text to another
 * server are left out. Null if there is none.
 */
export function voiceFor<V extends Voice>(voices: readonly V[], lang: string): V | null {
  const fitting = voices.filter((voice) => voice.localService && languageIn(voice.lang) === languageIn(lang));
  const same = fitting.filter((voice) => voice.lang.toLowerCase().replace("_", "-") === lang.toLowerCase());
  const [best] = [...same, ...fitting.filter((voice) => voice.default), ...fitting];
  return best ?? null;
}

/** In milliseconds. Some browsers have their voices only a moment after they were first asked. */
const WAIT = 1_500;

export async function voicesOf(synthesis: SpeechSynthesis): Promise<SpeechSynthesisVoice[]> {
  if (synthesis.getVoices().length === 0)
    await new Promise<unknown>((resolve) => {
      synthesis.addEventListener?.("voiceschanged", resolve, { once: true });
      setTimeout(resolve, WAIT);
    });
  return synthesis.getVoices();
}
