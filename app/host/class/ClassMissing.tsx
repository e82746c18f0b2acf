"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ClassPart, missingOf } from "#app/host/class/ClassPart.tsx";
import { useSessionClass } from "#app/host/class/session-class.tsx";
import { ChevronDown } from "#app/icons/icons.ts";
import { Card } from "#app/shared/layout/Card.tsx";
import { useNews } from "#app/shared/notices/announce.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { Entry } from "#debate/rules/session-options.ts";

type ClassProps = { code: string; entry: Entry };

/** Among the people: folded under how many are missing. */
export function ClassFolded(props: ClassProps) {
  const words = useMissing();
  const [isOpen, setOpen] = useState(false);
  if (words === null) return null;
  return (
    <details
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="group/class shrink-0 rounded-control border border-line-strong"
    >
      <summary className="flex min-h-touch cursor-pointer list-none items-center justify-between gap-x-3 px-3 py-1 leading-tight font-semibold -outline-offset-3! hover:bg-sunken xl:pointer-fine:min-h-9 [&::-webkit-details-marker]:hidden">
        {words}
        <ChevronDown
          aria-hidden="true"
          className="size-5 shrink-0 text-ink-soft transition-transform group-open/class:rotate-180"
        />
      </summary>
      <div className="border-t border-line p-3">{isOpen && <ClassPart {...props} />}</div>
    </details>
  );
}

/** In the lobby: whole, since that is when it is asked. */
export function ClassInLobby(props: ClassProps) {
  const of = useSessionClass();
  const words = useMissing();
  useNews("class", of?.now ? words : null);
  if (!of) return null;
  return (
    <Card as="section" tone="plain" aria-labelledby="class-in-lobby" className="grid grid-cols-1 gap-3">
      <div>
        {of.now && (
          // In a new tab: the control room stays where it is.
          <a
            href={`/classes/${of.now.class.id}`}
            target="_blank"
            rel="noopener"
            className="inline-flex min-h-touch items-center text-sm font-semibold underline underline-offset-4 wrap-anywhere"
          >
            <Written>{of.now.class.name}</Written>
          </a>
        )}
        <h3 id="class-in-lobby" className="font-serif text-xl tabular-nums">
          {words}
        </h3>
      </div>
      <ClassPart {...props} />
    </Card>
  );
}

/** How many are missing, in words; null in a session without a class. */
function useMissing(): string | null {
  const t = useTranslations("host.class");
  const of = useSessionClass();
  if (!of) return null;
  if (!of.now) return t("title");
  const { students } = of.now;
  return t("missing", { missing: missingOf(students).length, all: students.length });
}
