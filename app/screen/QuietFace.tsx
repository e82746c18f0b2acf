"use client";

import { useTranslations } from "next-intl";
import { WALL } from "#app/activities/wall.ts";
import { resultsPath, type Wall } from "#app/screen/wall.ts";
import { SpokenAddress } from "#app/shared/links/SpokenAddress.tsx";

/** Thanks, and where the results stay. */
function ClosedFace({ wall: { address, code } }: { wall: Wall }) {
  const t = useTranslations("screen.closed");
  return (
    <div className="grid h-full content-center gap-[1.6cqi] handheld:gap-4">
      <p className="font-serif text-wall-xl text-balance">{t("title")}</p>
      <p className="text-wall-md text-ink-soft">{t("body")}</p>
      <p className="text-wall-lg font-semibold wrap-anywhere">
        <SpokenAddress address={`${address}${resultsPath(code)}`} />
      </p>
    </div>
  );
}

/** The phases in which the wall has little to draw: one part, since every wall loads the names of all parts. */
export function QuietFace({ wall }: { wall: Wall }) {
  const { phase } = wall.snapshot;
  const OfActivity = WALL.flatMap(({ faces }) => faces?.[phase] ?? [])[0] ?? ClosedFace;
  return <OfActivity wall={wall} />;
}
