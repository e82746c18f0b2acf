import Link from "next/link";
import { useTranslations } from "next-intl";
import { BookOpen, FileInput, Presentation, Users } from "#app/icons/icons.ts";
import { AccountMenu } from "#app/instructor/frame/AccountMenu.tsx";
import { classNames } from "#app/shared/class-names.ts";
import type { Instructor } from "#debate/protocol/pages.ts";

const LINKS = [
  { place: "debates", href: "/dashboard", Icon: BookOpen },
  { place: "sessions", href: "/dashboard#sessions", Icon: Presentation },
  { place: "classes", href: "/classes", Icon: Users },
  { place: "import", href: "/debates/import", Icon: FileInput },
] as const;
export type Place = (typeof LINKS)[number]["place"] | "account";

export function InstructorHeader({ instructor, place }: { instructor: Instructor; place?: Place }) {
  const t = useTranslations("instructor.header");
  return (
    <div className="flex flex-wrap items-center gap-1">
      <nav aria-label={t("label")}>
        <ul className="flex flex-wrap items-center">
          {LINKS.map(({ place: to, href, Icon }) => (
            // Phones have room for three; the dashboard leads to the import, too.
            <li key={to} className={to === "import" ? "max-sm:hidden" : undefined}>
              <Link
                href={href}
                aria-current={to === place ? "page" : undefined}
                className={classNames(
                  "touch inline-flex items-center justify-center gap-2 rounded-control px-3 text-sm font-semibold hover:bg-sunken",
                  to === place ? "text-ink underline decoration-2 underline-offset-8" : "text-ink-soft",
                )}
              >
                <Icon aria-hidden="true" className="size-5 sm:hidden" />
                <span className="sr-only sm:not-sr-only">{t(to)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <AccountMenu instructor={instructor} />
    </div>
  );
}
