import { useTranslations } from "next-intl";
import { GuessNumbers } from "#app/activities/guess/GuessNumbers.tsx";
import { useGuessWords } from "#app/activities/guess/use-guess-words.ts";
import { WallGuesses } from "#app/activities/guess/WallGuesses.tsx";
import { Kicker } from "#app/screen/reveal/Kicker.tsx";
import { classNames } from "#app/shared/class-names.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** [M12] What the room had guessed, against what it was. */
export function GuessesFace({ result: { guess } }: { result: ResultMessage }) {
  const t = useTranslations("flow.guess");
  const { against } = useGuessWords();
  if (!guess) return null;
  return (
    <div className="grid h-full min-h-0 grid-rows-[auto_auto_minmax(0,1fr)] gap-[1.6cqi] handheld:gap-4">
      <Kicker>{t("title")}</Kicker>
      <p className="font-serif text-wall-lg text-balance">{against(guess)}</p>
      <WallGuesses guess={guess} size="wall" className="h-full" />
      <GuessNumbers guess={guess} />
    </div>
  );
}

/** After the streams, which lead to the share that was guessed. */
export function GuessesBesideFlow({
  result: { guess },
  isStill,
}: {
  result: ResultMessage;
  isStill: boolean;
}) {
  const { alone } = useGuessWords();
  if (!guess) return null;
  return (
    <div
      className={classNames(
        "grid w-[37cqi] shrink-0 gap-[0.4cqi] handheld:w-full",
        !isStill && "appear-after-flow",
      )}
    >
      <p className="text-wall-sm leading-tight text-ink-soft">{alone(guess)}</p>
      <WallGuesses guess={guess} size="strip" />
      <GuessNumbers guess={guess} />
    </div>
  );
}
