import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { PrintedPosition } from "#app/instructor/reading/PrintedPosition.tsx";
import { Prose } from "#app/instructor/reading/Prose.tsx";
import { WebLink } from "#app/shared/links/WebLink.tsx";
import { PublicationDate } from "#app/shared/text/PublicationDate.tsx";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { Debate } from "#debate/content/debate.ts";

type DebateViewProps = {
  debate: Debate;
  /** [D19] The ids of the debates that have its related resolutions. */
  related?: readonly (string | null)[];
  /** Between its resolution and its texts. */
  children?: ReactNode;
};

/** A debate as the page of a newsletter: both positions in equal space, For first. */
export function DebateView({ debate, related = [], children }: DebateViewProps) {
  const t = useTranslations("instructor.debate");
  const { resolution, introduction, editor, positions, rights } = debate;
  return (
    <article>
      <header className="grid gap-3 border-b-2 border-ink pb-6">
        <Numbering debate={debate} />
        <Resolution size="large" className="max-w-[22ch] sm:max-w-[28ch]">
          {resolution}
        </Resolution>
      </header>
      {children}
      {introduction !== "" && (
        <section aria-labelledby="introduction" className="mt-8">
          <h2 id="introduction" className="eyebrow text-ink-soft">
            {t("introduction")}
          </h2>
          <Prose className="mt-3 max-w-measure font-serif text-lg leading-relaxed lg:max-w-none lg:columns-2 lg:gap-16">
            {introduction}
          </Prose>
        </section>
      )}
      <div className="mt-10 grid gap-10 border-t border-line lg:grid-cols-2 lg:gap-0 lg:divide-x lg:divide-line">
        {positions.map((position) => (
          <PrintedPosition key={position.side} position={position} />
        ))}
      </div>
      <footer className="mt-12 grid gap-8 border-t-2 border-ink pt-6 md:grid-cols-2">
        {editor && (
          <section aria-labelledby="editor">
            <h2 id="editor" className="eyebrow text-ink-soft">
              {t("editor")}
            </h2>
            <Written as="p" className="mt-2 font-semibold">
              {editor.name}
            </Written>
            <Prose className="mt-1 text-sm text-ink-soft">{editor.biography}</Prose>
          </section>
        )}
        <References debate={debate} ids={related} />
        <section aria-labelledby="rights" className="md:col-span-2">
          <h2 id="rights" className="eyebrow text-ink-soft">
            {t("rights")}
          </h2>
          <Prose className="mt-2 max-w-prose text-sm text-ink-soft">{rights}</Prose>
        </section>
      </footer>
    </article>
  );
}

function Numbering({ debate: { series, volume, issue, date } }: { debate: Debate }) {
  const t = useTranslations("instructor.debate");
  const { list } = useJoined();
  const numbers = list(volume && t("volume", { volume }), issue && t("issue", { issue }));
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm text-ink-soft">
      {series && <Written className="font-semibold text-ink wrap-anywhere">{series}</Written>}
      {numbers && <span>{numbers}</span>}
      {date && <PublicationDate date={date} />}
    </p>
  );
}

type ReferencesProps = { debate: Debate; ids: readonly (string | null)[] };

function References({ debate: { resources, related }, ids }: ReferencesProps) {
  const t = useTranslations("instructor.debate");
  return (
    <>
      {resources.length > 0 && (
        <section aria-labelledby="resources">
          <h2 id="resources" className="eyebrow text-ink-soft">
            {t("resources")}
          </h2>
          <ul className="mt-2 grid gap-1.5 text-sm">
            {resources.map(({ label, url }) => (
              <Written as="li" key={`${label} ${url}`} of={label} className="wrap-anywhere">
                {url === undefined ? (
                  label
                ) : (
                  <WebLink address={url} className="underline underline-offset-2">
                    {label}
                    <span className="sr-only"> {t("newTab")}</span>
                  </WebLink>
                )}
              </Written>
            ))}
          </ul>
        </section>
      )}
      {related.length > 0 && (
        <section aria-labelledby="related">
          <h2 id="related" className="eyebrow text-ink-soft">
            {t("related")}
          </h2>
          <ul className="mt-2 grid gap-1.5 text-sm">
            {related.map(({ label, date }, index) => (
              <li key={`${label} ${date}`} className="wrap-anywhere">
                {ids[index] ? (
                  <Link href={`/debates/${ids[index]}`} className="underline underline-offset-2">
                    <Written>{label}</Written>
                  </Link>
                ) : (
                  <Written>{label}</Written>
                )}
                {date && (
                  <span className="text-ink-soft">
                    {" · "}
                    <PublicationDate date={date} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
