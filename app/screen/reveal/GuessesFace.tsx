import { useTranslations } from "next-intl";
import { GuessNumbers } from "#app/results/reveal/SpokenTable.tsx";
import { useStepWords } from "#app/results/reveal/use-step-words.ts";
import { Kicker } from "#app/screen/reveal/Kicker.tsx";
import { WallGuesses } from "#app/screen/reveal/WallGuesses.tsx";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** [M12] What the room had guessed, against what it was. */
export function GuessesFace({ result: { guess } }: { result: ResultMessage }) {
  const t = useTranslations("flow.guess");
  const words = useStepWords();
  if (!guess) return null;
  return (
    <div className="grid h-full min-h-0 grid-rows-[auto_auto_minmax(0,1fr)] gap-[1.6cqi] handheld:gap-4">
      <Kicker>{t("title")}</Kicker>
      <p className="font-serif text-wall-lg text-balance">{words.guess(guess)}</p>
      <WallGuesses guess={guess} size="wall" className="h-full" />
      <GuessNumbers guess={guess} />
    </div>
  );
}
