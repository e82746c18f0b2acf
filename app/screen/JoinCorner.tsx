import { useTranslations } from "next-intl";
import { memo } from "react";
import { resultsPath, type Wall } from "#app/screen/wall.ts";
import { CodeDisplay } from "#app/shared/links/CodeDisplay.tsx";
import { QrCode } from "#app/shared/links/QrCode.tsx";
import { spokenAddress } from "#app/shared/links/spoken-address.ts";
import { isShut } from "#debate/rules/phases.ts";

type JoinCornerProps = { wall: Wall; isLarge: boolean };

/** How to join, in the same corner in every phase; after the end the same address shows the results. */
export function JoinCorner({ wall: { code, address, joinPath, snapshot }, isLarge }: JoinCornerProps) {
  const path = isShut(snapshot.phase) ? resultsPath(code) : joinPath;
  return <Corner code={code} address={address} path={path} isLarge={isLarge} />;
}

type CornerProps = Pick<Wall, "code" | "address"> & { path: string; isLarge: boolean };

// Memoized: the QR code is hundreds of rectangles, and the wall updates on every vote.
const Corner = memo(function Corner({ code, address, path, isLarge }: CornerProps) {
  const t = useTranslations("screen");
  return (
    <div className={isLarge ? "wall-join-large" : "wall-join"}>
      <QrCode
        address={`${address}${path}`}
        className={isLarge ? "w-full rounded-[1cqi]" : "w-[13cqi] rounded-[0.5cqi] handheld:hidden"}
      />
      <p>
        <span className="sr-only">{t("joinCode")}</span>
        <CodeDisplay
          code={code}
          className={isLarge ? "text-[5.4cqi] leading-none" : "-mr-[0.1em] text-wall-lg leading-none"}
        />
        {!isLarge && (
          <span className="mt-[0.3em] block text-wall-sm leading-tight wrap-anywhere text-ink-soft">
            {spokenAddress(address)}
          </span>
        )}
      </p>
    </div>
  );
});
