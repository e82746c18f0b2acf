import { GuessDots } from "#app/activities/guess/GuessDots.tsx";
import { classNames } from "#app/shared/class-names.ts";
import type { Guesses } from "#debate/activities/guess/rules.ts";

type WallGuessesProps = { guess: Guesses; size: "wall" | "strip"; className?: string };

/** What the room guessed; [V36] on a phone in the phone's proportions, so that the numbers can be read. */
export function WallGuesses({ guess, size, className }: WallGuessesProps) {
  return (
    <>
      <GuessDots guess={guess} size={size} className={classNames("handheld:hidden", className)} />
      <GuessDots guess={guess} size="phone" className="hidden max-w-md handheld:block" />
    </>
  );
}
