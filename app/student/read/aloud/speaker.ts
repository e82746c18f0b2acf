import { firstInSight, mark, sentencesOn, wordsIn } from "#app/student/read/aloud/spoken.ts";

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

async function voicesOf(synthesis: SpeechSynthesis): Promise<SpeechSynthesisVoice[]> {
  if (synthesis.getVoices().length === 0)
    await new Promise<unknown>((resolve) => {
      synthesis.addEventListener?.("voiceschanged", resolve, { once: true });
      setTimeout(resolve, WAIT);
    });
  return synthesis.getVoices();
}

/** `voiceless`: this device has no voice of its own for the language. */
export type Speaking = "starting" | "playing" | "paused" | "voiceless";

export type Speaker = ReturnType<typeof createSpeaker>;

/**
 * [X6] Reads the visible text aloud, sentence by sentence. Pausing ends a sentence, and playing begins it anew:
 * many phones can't hold a voice.
 */
export function createSpeaker(lang: string, onChange: (now: Speaking) => void) {
  const synthesis = window.speechSynthesis as SpeechSynthesis | undefined;
  let at: number | null = null;
  let rate = 1;
  let isOver = false;
  // Chrome forgets an utterance that nothing holds, and then never says that it ended.
  let current: SpeechSynthesisUtterance | null = null;

  const hush = () => {
    current = null;
    synthesis?.cancel();
  };
  const speak = (voice: SpeechSynthesisVoice, next: number) => {
    hush();
    const sentence = sentencesOn()[next] ?? null;
    at = sentence && next;
    mark(sentence);
    if (!sentence) return onChange("paused");
    const utterance = new SpeechSynthesisUtterance(wordsIn(sentence));
    Object.assign(utterance, { voice, lang: voice.lang, rate });
    utterance.onend = () => current === utterance && speak(voice, next + 1);
    utterance.onerror = () => current === utterance && onChange("paused");
    current = utterance;
    synthesis?.speak(utterance);
    return onChange("playing");
  };

  return {
    /** From the marked sentence, or from so many before or after it; else from the first one in sight. */
    async play(by = 0): Promise<void> {
      const voice = synthesis ? voiceFor(await voicesOf(synthesis), lang) : null;
      if (isOver) return;
      if (!voice) return onChange("voiceless");
      const sentences = sentencesOn();
      const next = at === null ? firstInSight(sentences) : at + by;
      speak(voice, Math.min(Math.max(next, 0), sentences.length - 1));
    },
    pause(): void {
      if (current) onChange("paused");
      hush();
    },
    setRate(wanted: number): void {
      rate = wanted;
    },
    end(): void {
      isOver = true;
      hush();
      mark(null);
    },
  };
}
