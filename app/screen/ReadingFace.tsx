import { useTranslations } from "next-intl";
import { FittedText } from "#app/screen/FittedText.tsx";
import { WallDate } from "#app/screen/WallDate.tsx";
import type { Wall } from "#app/screen/wall.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { Position } from "#debate/content/debate.ts";
import { fullName } from "#debate/content/expert-words.ts";
import { sentencesOf } from "#debate/content/sentences.ts";

/** [V30] What each expert claims first, both in one size and in equal space, For first; and the invitation to read on. */
export function ReadingFace({ wall: { debate, snapshot } }: { wall: Wall }) {
  const t = useTranslations("screen.reading");
  const claims = debate.positions.map(claimOf);
  return (
    <div className="grid h-full min-h-0 grid-rows-[minmax(0,1fr)_auto] gap-[2cqi] handheld:gap-6">
      <FittedText of={claims.join("\n")} from={1}>
        <div className="grid grid-cols-2 gap-[3cqi] handheld:grid-cols-1 handheld:gap-6">
          {debate.positions.map(({ side, expert }, place) => (
            <article
              key={side}
              className={classNames(
                "border-t-[0.5cqi] pt-[1.2cqi] handheld:border-t-4 handheld:pt-2",
                side === "for" ? "border-solid border-for" : "border-double border-against",
              )}
            >
              <ChoiceBadge choice={side} className="text-wall-md" />
              <Written as="p" className="mt-[0.4em] font-serif wrap-anywhere">
                {claims[place]}
              </Written>
              <Written as="h2" className="mt-[0.8cqi] text-wall-sm font-semibold wrap-anywhere">
                {fullName(expert)}
              </Written>
            </article>
          ))}
        </div>
      </FittedText>
      <div className="grid gap-[0.6cqi]">
        <p className="text-wall-md text-ink-soft">{t("invite")}</p>
        <WallDate snapshot={snapshot} className="text-wall-sm" />
      </div>
    </div>
  );
}

/** A claim that is longer than this is no sentence that a class reads together. */
const CLAIM_LETTERS = 320;

/** [V30] What a position claims first: its first sentence. */
export function claimOf({ paragraphs }: Position): string {
  const claim = sentencesOf(paragraphs[0]?.text ?? "")[0]?.trim() ?? "";
  const letters = [...claim];
  return letters.length > CLAIM_LETTERS ? `${letters.slice(0, CLAIM_LETTERS).join("").trimEnd()} …` : claim;
}
