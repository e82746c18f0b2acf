"use client";
import { Menu } from "@base-ui/react/menu";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { CircleUserRound, LogOut, UserRound } from "#app/icons/icons.ts";
import { SignOutQuestion } from "#app/instructor/account/SignOutQuestion.tsx";
import { useSignOut } from "#app/instructor/account/use-sign-out.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { Instructor } from "#debate/protocol/pages.ts";

const ITEM =
  "flex min-h-touch items-center gap-3 rounded-control px-3 font-semibold outline-none data-highlighted:bg-sunken";

export function AccountMenu({ instructor }: { instructor: Instructor }) {
  const { id, name, email } = instructor;
  const t = useTranslations("instructor.header");
  const { signOut, question } = useSignOut("/api/auth/sign-out", id);
  // Inside the header, so that what the menu shows belongs to a landmark.
  const place = useRef<HTMLDivElement>(null);
  return (
    <div ref={place}>
      <Menu.Root>
        <Menu.Trigger
          aria-label={t("account", { name })}
          className="touch inline-flex items-center justify-center rounded-control px-3 text-ink-soft hover:bg-sunken"
        >
          <CircleUserRound aria-hidden="true" className="size-6" />
        </Menu.Trigger>
        <Menu.Portal container={place}>
          <Menu.Positioner align="end" sideOffset={4} className="z-40 outline-none">
            <Menu.Popup className="max-w-[calc(100vw-2rem)] min-w-[min(15rem,100vw-2rem)] rounded-card border border-line bg-surface p-1.5 text-ink shadow-float outline-none">
              <div className="border-b border-line px-3 pt-2 pb-3">
                <Written as="p" className="font-semibold wrap-anywhere">
                  {name}
                </Written>
                <p className="text-sm text-ink-soft wrap-anywhere">{email}</p>
              </div>
              <Menu.LinkItem className={`${ITEM} mt-1.5`} render={<Link href="/account" />} closeOnClick>
                <UserRound aria-hidden="true" className="size-5" />
                {t("settings")}
              </Menu.LinkItem>
              <Menu.Item className={`${ITEM} cursor-pointer`} onClick={signOut}>
                <LogOut aria-hidden="true" className="size-5" />
                {t("signOut")}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <SignOutQuestion {...question} />
    </div>
  );
}
