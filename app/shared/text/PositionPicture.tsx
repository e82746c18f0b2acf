import { classNames } from "#app/shared/class-names.ts";
import type { Position } from "#debate/content/debate.ts";
import { bytesOf, headerOf } from "#debate/content/pictures.ts";

type Picture = NonNullable<Position["picture"]>;
type PositionPictureProps = {
  picture: Picture | undefined;
  /** Where a class's copy of it is, where it is not within the debate. */
  src?: string;
  className?: string;
};

/** [D47] The picture of a position, if it has one. The room for it is kept before it is loaded. */
export function PositionPicture({ picture, src, className }: PositionPictureProps) {
  const from = picture && (withinDebate(picture) ?? src);
  if (!from) return null;
  const { alt, width, height } = picture;
  return (
    <img
      src={from}
      alt={alt}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
      dir="auto"
      className={classNames("block h-auto max-w-full rounded-control bg-white", className)}
    />
  );
}

/** [D47] Where a session's copy of a picture is. */
export const pictureOf = (code: string, side: Position["side"]) =>
  `/api/sessions/${code}/debate/pictures/${side}`;

function withinDebate({ data = "" }: Picture): string | undefined {
  const type = headerOf(bytesOf(data))?.type;
  return type && `data:${type};base64,${data}`;
}
