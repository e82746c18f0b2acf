"use client";
import { useTranslations } from "next-intl";
import { useTurn } from "#app/screen/use-turn.ts";
import type { Wall } from "#app/screen/wall.ts";
import { ChoiceBadge } from "#app/shared/ChoiceMark.tsx";
import { CHOICE_LOOKS } from "#app/shared/choice-looks.ts";
import { classNames } from "#app/shared/class-names.ts";
import { directionOf } from "#app/shared/direction.ts";
import { isolated } from "#app/shared/isolated.ts";
import { bestRebuttals, rebuttalOnWall } from "#app/shared/rebuttals-on-wall.ts";
import { Written } from "#app/shared/Written.tsx";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** The rebuttal that the host put there; else, where the session chose that, the best ones in turn; else an invitation. */
export function RebuttalFace({ wall }: { wall: Wall }) {
  const t = useTranslations("screen.rebuttal");
  const chosen = rebuttalOnWall(wall);
  const best = wall.rotates ? bestRebuttals(wall.rebuttals) : [];
  const turn = useTurn(best.length);
  const shown = chosen ?? best[turn];
  if (!shown)
    return (
      <div className="grid h-full content-center gap-[1.6cqi]">
        <p className="font-serif text-wall-xl text-balance">{t("emptyTitle")}</p>
        <p className="text-wall-md text-balance text-ink-soft">{t("emptyBody")}</p>
      </div>
    );
  return (
    <div className="grid h-full grid-rows-[auto_minmax(0,1fr)_auto] gap-[1.6cqi]">
      <p className="text-wall-sm text-ink-soft">{shown === chosen ? t("chosen") : t("eyebrow")}</p>
      <OneRebuttal key={shown.id} rebuttal={shown} wall={wall} />
      {shown !== chosen && best.length > 1 ? <Turns count={best.length} turn={turn} /> : <span />}
    </div>
  );
}

function OneRebuttal({ rebuttal, wall: { debate } }: { rebuttal: Rebuttal; wall: Wall }) {
  const t = useTranslations("screen.rebuttal");
  const { side, body, by, quote, endorsements } = rebuttal;
  const answered = quote && debate.positions.find((position) => position.side === quote.side)?.expert;
  const long = [...body].length;
  return (
    <article className="flex min-h-0 flex-col overflow-hidden justify-center gap-[1.6cqi]">
      {quote && (
        <blockquote
          dir={directionOf(quote.exact)}
          className={classNames("border-s-[0.4cqi] ps-[1.4cqi]", CHOICE_LOOKS[quote.side].border)}
        >
          <Written
            as="p"
            className={classNames(
              "font-serif text-wall-sm italic",
              long > 420 ? "line-clamp-2" : "line-clamp-3",
            )}
          >
            {quote.exact}
          </Written>
          {answered && (
            <footer className="mt-[0.3em] truncate text-[1.6cqi] text-ink-soft">
              {t("answers", { name: isolated(answered.name), n: quote.n })}
            </footer>
          )}
        </blockquote>
      )}
      <Written
        as="p"
        className={classNames(
          "font-serif wrap-anywhere",
          long <= 160
            ? "text-wall-xl"
            : long <= 320
              ? "text-wall-lg"
              : long <= 440
                ? "text-wall-md"
                : "text-[2cqi] leading-[1.3]",
        )}
      >
        {body}
      </Written>
      <footer className="flex flex-wrap items-center gap-x-[1.4em] gap-y-[0.3em] text-wall-sm text-ink-soft">
        <ChoiceBadge choice={side} />
        {by && <span className="min-w-0 truncate">{t("by", { name: isolated(by) })}</span>}
        {endorsements > 0 && <span>{t("endorsements", { count: endorsements })}</span>}
      </footer>
    </article>
  );
}

function Turns({ count, turn }: { count: number; turn: number }) {
  return (
    <p aria-hidden="true" className="flex gap-[0.6cqi]">
      {Array.from({ length: count }, (_, place) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place.
          key={place}
          className={classNames(
            "size-[0.8cqi] rounded-full border border-ink-soft",
            place === turn && "bg-ink-soft",
          )}
        />
      ))}
    </p>
  );
}
