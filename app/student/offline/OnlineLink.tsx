"use client";
import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, use, useState } from "react";
import { SeatContext } from "#app/student/join/seat.ts";
import { useHasNetwork } from "#app/student/offline/use-late.ts";

type OnlineLinkProps = { href: string; className: string; children: ReactNode };

/** [W16] A link to a page that no phone keeps: without a connection it says so, and doesn't leave the room for the browser's error. */
export function OnlineLink({ href, className, children }: OnlineLinkProps) {
  const t = useTranslations("student.offline");
  const hasNetwork = useHasNetwork();
  // Without a seat there is no room: ask the browser.
  const isOffline = !hasNetwork || use(SeatContext)?.heldUpBy === "connection";
  const [isTried, setTried] = useState(false);
  if (isTried && !isOffline) setTried(false);
  const follow = (event: MouseEvent) => {
    // A page may come through where the room's connection doesn't: a second press tries it.
    if (!isOffline || (isTried && hasNetwork)) return;
    event.preventDefault();
    setTried(true);
  };
  return (
    <span className="grid gap-2">
      <a href={href} className={className} onClick={follow}>
        {children}
      </a>
      <span role="status" className="text-sm text-ink-soft empty:hidden">
        {isOffline && isTried && t("link")}
      </span>
    </span>
  );
}
