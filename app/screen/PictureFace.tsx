import { PositionPicture, pictureOf } from "#app/shared/text/PositionPicture.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { Position } from "#debate/content/debate.ts";

/** [D47] The picture of a position that the host put on the wall. */
export function PictureFace({
  position: { side, expert, picture },
  code,
}: {
  position: Position;
  code: string;
}) {
  return (
    <article className="grid h-full min-h-0 grid-rows-[auto_minmax(0,1fr)] gap-[1.4cqi] handheld:gap-4">
      <p className="flex min-w-0 items-baseline gap-[1em] text-wall-sm">
        <ChoiceBadge choice={side} />
        <Written className="min-w-0 text-ink-soft wrap-anywhere">{expert.name}</Written>
      </p>
      <PositionPicture
        picture={picture}
        src={pictureOf(code, side)}
        className="h-full! min-h-0 w-full bg-transparent! object-contain object-left"
      />
    </article>
  );
}
