"use client";
import { useTranslations } from "next-intl";
import { type Dispatch, memo, type SetStateAction, useState } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { SessionPart } from "#app/host/session/SessionPart.tsx";
import { Toggle } from "#app/host/session/Toggle.tsx";
import { useCopy } from "#app/host/use-copy.ts";
import { usePending } from "#app/host/use-pending.ts";
import { Copy, Lock, LockOpen, MonitorPlay, Scale, UserRoundCheck } from "#app/icons/icons.ts";
import type { Icon } from "#app/icons/make-icon.tsx";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose, DialogText } from "#app/shared/controls/Dialog.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { press } from "#app/shared/press.ts";
import type { HostPage } from "#debate/protocol/pages.ts";
import { LINKS, type Link } from "#debate/rules/rights.ts";

const ICONS = { screen: MonitorPlay, assistant: UserRoundCheck, results: Scale } satisfies Record<Link, Icon>;

type Paths = HostPage["links"];
type LinksProps = { page: HostPage; isKept: boolean; onLinks: Dispatch<SetStateAction<Paths>> };

/** The links that the host gives away, and for whom the results are. */
export const Links = memo(function Links({ page, isKept, onLinks }: LinksProps) {
  const t = useTranslations("host.links");
  const { keepResults } = useCommands();
  const { links, ...session } = page;
  return (
    <SessionPart title={t("title")}>
      <ul className="grid gap-4">
        {LINKS.map((link) => (
          <LinkRow
            key={link}
            link={link}
            session={session}
            path={links[link]}
            // Another control room may have changed another link while this one was under way.
            onPath={(path) => onLinks((known) => ({ ...known, [link]: path }))}
          />
        ))}
      </ul>
      <Toggle
        icon={isKept ? Lock : LockOpen}
        label={t("keep")}
        hint={isKept ? t("kept") : t("open")}
        checked={isKept}
        onChange={keepResults}
      />
    </SessionPart>
  );
});

type LinkRowProps = {
  link: Link;
  session: Pick<HostPage, "code" | "address">;
  path: string | undefined;
  onPath: (path: string | undefined) => void;
};

function LinkRow({ link, session: { code, address }, path, onPath }: LinkRowProps) {
  const t = useTranslations("host.links");
  const shared = useTranslations("shared");
  const copy = useCopy();
  const { make, takeBack, isPending } = useLink(code, link, onPath);
  // The change that waits for a confirmation, since it would disconnect someone.
  const [asked, setAsked] = useState<"renew" | "takeBack" | null>(null);
  const Icon = ICONS[link];
  const name = t(`${link}.name`);
  return (
    <li className="grid gap-2">
      <h4 className="flex items-center gap-2 font-semibold">
        <Icon aria-hidden="true" className="size-4.5 shrink-0 text-ink-soft" />
        {name}
      </h4>
      <p className="text-sm leading-snug text-ink-soft">{t(`${link}.body`)}</p>
      <div className="flex flex-wrap gap-2">
        {path === undefined ? (
          <Button size="small" pending={isPending} onClick={make} aria-label={t("makeOf", { name })}>
            {t("make")}
          </Button>
        ) : (
          <>
            <Button
              size="small"
              onClick={() => copy(address + path, t("copied", { name }))}
              aria-label={t("copyOf", { name })}
            >
              <Copy aria-hidden="true" className="size-4" />
              {shared("copy")}
            </Button>
            {(["renew", "takeBack"] as const).map((act) => (
              <Button
                key={act}
                size="small"
                variant="quiet"
                className="px-2!"
                onClick={() => setAsked(act)}
                aria-label={t(`${act}Of`, { name })}
              >
                {t(act)}
              </Button>
            ))}
          </>
        )}
      </div>
      <Dialog
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title={t(asked === "renew" ? "renewTitle" : "takeBackTitle", { name })}
        actions={
          <>
            <DialogClose render={<Button>{shared("cancel")}</Button>} />
            <Button
              variant={asked === "renew" ? "primary" : "danger"}
              pending={isPending}
              onClick={() => void (asked === "renew" ? make() : takeBack()).then(() => setAsked(null))}
            >
              {t(asked === "renew" ? "renew" : "takeBack")}
            </Button>
          </>
        }
      >
        <DialogText>{t(`${link}.ends`)}</DialogText>
      </Dialog>
    </li>
  );
}

/** Makes a link, or takes it back, and says what came of it. */
function useLink(code: string, link: Link, onPath: LinkRowProps["onPath"]) {
  const t = useTranslations();
  const [isPending, run] = usePending();
  const change = (method: "POST" | "DELETE", done: "made" | "takenBack") =>
    run(async () => {
      const answer = await press<{ url: string } | null>(method, `/api/sessions/${code}/links/${link}`);
      if (!answer.ok) {
        toast.error(t(`refusals.${answer.code}`));
        return;
      }
      const url = answer.value && new URL(answer.value.url);
      onPath(url ? url.pathname + url.search : undefined);
      toast.success(t(`host.links.${done}`, { name: t(`host.links.${link}.name`) }));
    });
  return { make: () => change("POST", "made"), takeBack: () => change("DELETE", "takenBack"), isPending };
}
