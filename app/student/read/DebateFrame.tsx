import { useTranslations } from "next-intl";
import { memo, type ReactNode } from "react";
import { ChevronDown } from "#app/icons/icons.ts";
import { WebLink } from "#app/shared/links/WebLink.tsx";
import { PublicationDate } from "#app/shared/text/PublicationDate.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { ReadDebate } from "#debate/content/versions.ts";

/** Where the debate comes from and what it is about, above the two positions. */
export const DebateHead = memo(function DebateHead({ debate }: { debate: ReadDebate }) {
  const t = useTranslations("student.read");
  if (!debate.introduction) return null;
  return (
    <Disclosure title={t("introduction")}>
      <div className="grid max-w-measure gap-3 pb-2">
        {debate.introduction.split(/\n{2,}/u).map((paragraph) => (
          <Written as="p" key={paragraph} className="font-serif">
            {paragraph}
          </Written>
        ))}
      </div>
    </Disclosure>
  );
});

/** [D19] Further reading, the editor, earlier resolutions, the source and who holds the rights, below the positions. */
export const DebateFoot = memo(function DebateFoot({ debate }: { debate: ReadDebate }) {
  const t = useTranslations("student.read");
  const { editor, related } = debate;
  return (
    <footer className="mt-4 grid gap-3 border-t border-line pt-4 text-sm text-ink-soft">
      {debate.resources.length > 0 && (
        <Disclosure title={t("resources")}>
          <ul className="grid max-w-measure gap-1 pb-2">
            {debate.resources.map(({ label, url }) => (
              <Written as="li" key={label + (url ?? "")} of={label}>
                {url ? (
                  <WebLink address={url} className="inline-block py-2 underline underline-offset-4">
                    {label}
                  </WebLink>
                ) : (
                  <span className="inline-block py-2">{label}</span>
                )}
              </Written>
            ))}
          </ul>
        </Disclosure>
      )}
      {editor && (
        <Disclosure title={t("editor")}>
          <div className="grid max-w-measure gap-1 pb-2">
            <Written as="p" className="font-semibold text-ink">
              {editor.name}
            </Written>
            <Written as="p">{editor.biography}</Written>
          </div>
        </Disclosure>
      )}
      {related.length > 0 && (
        <Disclosure title={t("related")}>
          <ul className="grid max-w-measure gap-2 pb-2">
            {related.map(({ label, date }) => (
              <li key={label + (date ?? "")}>
                <Written>{label}</Written>
                {date && (
                  <>
                    {" · "}
                    <PublicationDate date={date} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <Source debate={debate} />
      <Written as="p" className="max-w-measure">
        {debate.rights}
      </Written>
    </footer>
  );
});

function Source({ debate: { series, volume, issue, date } }: { debate: ReadDebate }) {
  const t = useTranslations("student.read");
  const said = [volume && t("volume", { volume }), issue && t("issue", { issue })].filter(Boolean);
  if (!series && said.length === 0 && !date) return null;
  return (
    <p>
      {series && <Written as="bdi">{series}</Written>}
      {series && (said.length > 0 || date) && " · "}
      {said.join(" · ")}
      {said.length > 0 && date && " · "}
      {date && <PublicationDate date={date} />}
    </p>
  );
}

function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group">
      <summary className="inline-flex min-h-touch list-none items-center gap-1.5 font-semibold text-ink underline-offset-4 hover:underline [&::-webkit-details-marker]:hidden">
        <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open:rotate-180" />
        {title}
      </summary>
      {children}
    </details>
  );
}
