import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { shelfLink } from "#app/instructor/dashboard/shelf-link.ts";
import { classNames } from "#app/shared/class-names.ts";
import type { ShelfPage } from "#debate/protocol/shelf.ts";
import { SHELVES } from "#debate/rules/shelves.ts";

/** [D13] The shelves that hold something. A search stays when another one is chosen. */
export function ShelfTabs({ asked, counts }: Pick<ShelfPage, "asked" | "counts">) {
  const t = useTranslations("instructor.shelves");
  const format = useFormatter();
  const all = counts.own + counts.shared + counts["built-in"];
  const shelves = SHELVES.filter((shelf) => counts[shelf] > 0 || shelf === asked.shelf);
  return (
    <nav aria-label={t("label")}>
      <ul className="flex flex-wrap gap-x-1 gap-y-1 border-b border-line">
        {[undefined, ...shelves].map((shelf) => {
          const isHere = shelf === asked.shelf;
          return (
            <li key={shelf ?? "all"}>
              <Link
                href={shelfLink({ ...asked, shelf })}
                scroll={false}
                prefetch={false}
                aria-current={isHere ? "page" : undefined}
                className={classNames(
                  "-mb-px inline-flex min-h-touch items-center gap-1.5 border-b-2 px-3 text-sm font-semibold",
                  isHere ? "border-ink text-ink" : "border-transparent text-ink-soft hover:text-ink",
                )}
              >
                {t(`names.${shelf ?? "all"}`)}
                <span className="font-normal tabular-nums">{format.number(shelf ? counts[shelf] : all)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
