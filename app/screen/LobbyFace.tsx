import { useTranslations } from "next-intl";
import { Users } from "#app/icons/wall-icons.ts";
import { WallDate } from "#app/screen/WallDate.tsx";
import type { Wall } from "#app/screen/wall.ts";
import { CodeDisplay } from "#app/shared/links/CodeDisplay.tsx";
import { SpokenAddress } from "#app/shared/links/SpokenAddress.tsx";
import { useNews } from "#app/shared/notices/announce.ts";

/** How to join, in words, beside the large square; and how many have. */
export function LobbyFace({ wall: { address, code, entry, snapshot } }: { wall: Wall }) {
  const t = useTranslations("screen.lobby");
  const joined = t("joined", { count: snapshot.joined });
  useNews("joined", joined);
  return (
    <div className="flex h-full flex-col justify-end gap-[3cqi] border-t border-line pt-[2.4cqi] handheld:gap-6 handheld:pt-4">
      <div className="grid gap-[0.8cqi] handheld:gap-2">
        <p className="text-wall-md text-ink-soft">{t("scan")}</p>
        <p className="text-wall-xl font-semibold wrap-anywhere">
          <SpokenAddress address={address} />
        </p>
        <p className="text-wall-md text-ink-soft">
          {t("enter")} <CodeDisplay code={code} className="text-ink" />
          {entry === "personal" && <span className="block">{t("personal")}</span>}
        </p>
      </div>
      <WallDate snapshot={snapshot} className="text-wall-md" />
      <p className="flex items-center gap-[0.5em] text-wall-lg font-semibold tabular-nums">
        <Users aria-hidden="true" className="size-[0.9em]" />
        {joined}
      </p>
    </div>
  );
}
