import { useTranslations } from "next-intl";
import { GuessDots } from "#app/activities/guess/GuessDots.tsx";
import { GuessNumbers } from "#app/activities/guess/GuessNumbers.tsx";
import { useGuessWords } from "#app/activities/guess/use-guess-words.ts";
import { Kicker } from "#app/screen/reveal/Kicker.tsx";
import { classNames } from "#app/shared/class-names.ts";
import type { Guesses } from "#debate/activities/guess/rules.ts";
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

type WallGuessesProps = { guess: Guesses; size: "wall" | "strip"; className?: string };

/** What the room guessed; [V36] on a phone in the phone's proportions, so that the numbers can be read. */
function WallGuesses({ guess, size, className }: WallGuessesProps) {
  return (
    <>
      <GuessDots guess={guess} size={size} className={classNames("handheld:hidden", className)} />
      <GuessDots guess={guess} size="phone" className="hidden max-w-md handheld:block" />
    </>
  );
}
