"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { ClassInLobby } from "#app/host/class/ClassMissing.tsx";
import { CodesLink } from "#app/host/codes/CodesLink.tsx";
import { endTour, startTour, useTourOffered } from "#app/host/help/tour-store.ts";
import { OpenWall } from "#app/host/previews/OpenWall.tsx";
import { StageTitle } from "#app/host/stages/StageTitle.tsx";
import { faces } from "#app/screen/later-faces.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { CodeDisplay } from "#app/shared/links/CodeDisplay.tsx";
import { spokenAddress } from "#app/shared/links/spoken-address.ts";
import { Later } from "#app/shared/loading/later.tsx";
import { PartLoading } from "#app/shared/loading/PartLoading.tsx";
import { useNews } from "#app/shared/notices/announce.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { HostPage } from "#debate/protocol/pages.ts";
import type { Roster } from "#debate/rules/snapshot.ts";

/** [H5] Offers the tour before the class is there; it starts only when asked. */
function TourOffer() {
  const t = useTranslations("host.help.offer");
  if (!useTourOffered()) return null;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-control border border-line bg-surface px-4 py-2.5">
      <p className="flex-1 basis-full text-sm sm:basis-40 font-semibold">{t("title")}</p>
      <Button size="small" onClick={startTour}>
        {t("start")}
      </Button>
      <Button size="small" variant="quiet" onClick={endTour}>
        {t("dismiss")}
      </Button>
    </div>
  );
}

const NEWEST = 24;

type LobbyStageProps = { page: HostPage; joined: number; roster: Roster };

/** How to join, and who arrives. */
export const LobbyStage = memo(function LobbyStage({ page, joined, roster }: LobbyStageProps) {
  const t = useTranslations("host.lobby");
  const { address, paths, code, settings } = page;
  const join = (
    <Card key="join" as="section" padding="roomy" className="@container" data-tour="code">
      <div className="grid grid-cols-1 items-center gap-6 @md:grid-cols-[minmax(0,14rem)_minmax(0,1fr)] @2xl:grid-cols-[minmax(0,18rem)_minmax(0,1fr)] @2xl:gap-10">
        <Later
          of={faces}
          fallback={
            <div className="mx-auto grid aspect-square w-full max-w-72 place-content-center rounded-control bg-sunken p-4">
              <PartLoading of={faces} />
            </div>
          }
        >
          {({ QrCode }) => <QrCode address={`${address}${paths.join}`} className="mx-auto w-full max-w-72" />}
        </Later>
        <ol className="grid grid-cols-1 gap-4">
          <li>
            <p className="text-ink-soft">{t("step1")}</p>
            <p className="text-xl font-semibold wrap-anywhere">{spokenAddress(address)}</p>
          </li>
          <li>
            <p className="text-ink-soft">{t("step2")}</p>
            <CodeDisplay code={code} size="large" className="-ml-[0.1em]" />
          </li>
          <li className="text-ink-soft">{t("orScan")}</li>
          {page.role === "host" && (settings.entry === "personal" || page.byClass) && (
            <li className="grid justify-items-start gap-2">
              {settings.entry === "personal" && t("personal")}
              <CodesLink code={code} />
            </li>
          )}
        </ol>
      </div>
    </Card>
  );
  const people = <Joined key="people" joined={joined} />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 [&>header]:mb-0">
      <StageTitle lead={t("lead")} aside={page.role === "host" && <OpenWall page={page} />}>
        {t("title")}
      </StageTitle>
      {page.role === "host" && <TourOffer />}
      {/* [V32] Once someone has joined, how many are here comes before how to join. Their names come after it: they would push it out of sight. */}
      {joined > 0 ? [people, join] : [join, people]}
      <ClassInLobby code={code} entry={settings.entry} />
      {settings.identity !== "anonymous" && <Arriving roster={roster} />}
      <p className="text-sm text-ink-soft">{t(`promise.${settings.identity}`)}</p>
    </div>
  );
});

function Joined({ joined }: Pick<LobbyStageProps, "joined">) {
  const t = useTranslations("host.lobby");
  const words = t("joined", { count: joined });
  useNews("joined", words);
  return (
    <section className="grid gap-3">
      <p className="font-serif text-3xl tabular-nums">{words}</p>
      {joined === 0 && <p className="text-ink-soft">{t("waiting")}</p>}
    </section>
  );
}

function Arriving({ roster }: Pick<LobbyStageProps, "roster">) {
  const t = useTranslations("host.lobby");
  const newest = roster.seats.slice(-NEWEST).reverse();
  if (newest.length === 0) return null;
  return (
    <ul aria-label={t("arriving")} className="flex flex-wrap gap-2">
      {newest.map((seat) => (
        <Written
          as="li"
          key={seat.participantId}
          className="appear max-w-full truncate rounded-control border border-line bg-surface px-3 py-1.5 text-sm"
        >
          {seat.name}
        </Written>
      ))}
    </ul>
  );
}
