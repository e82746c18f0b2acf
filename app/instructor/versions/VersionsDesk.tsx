"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ArrowLeft, Plus, Trash2 } from "#app/icons/icons.ts";
import { DeskSkeleton } from "#app/instructor/editor/DeskSkeleton.tsx";
import { ToDebate } from "#app/instructor/editor/ToDebate.tsx";
import { useLanguageName } from "#app/instructor/editor/use-language-name.ts";
import { LostNotice } from "#app/instructor/editor/versions/LostNotice.tsx";
import type { Lost } from "#app/instructor/editor/versions/lost.ts";
import { FootBar } from "#app/instructor/frame/FootBar.tsx";
import { useDebateId } from "#app/instructor/use-debate-id.ts";
import { ParagraphPair } from "#app/instructor/versions/ParagraphPair.tsx";
import { useVersions } from "#app/instructor/versions/use-versions.ts";
import { takeVersions, textsName } from "#app/instructor/versions/versions-draft.ts";
import type { VersionFields } from "#app/instructor/versions/versions-form.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { NotFoundNote } from "#app/shared/layout/NotFoundNote.tsx";
import { useHydrated } from "#app/shared/loading/use-hydrated.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { ContentIn, Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { Debate } from "#debate/content/debate.ts";
import { VERSION_LIMITS } from "#debate/content/debate-limits.ts";
import { CONTENT_LANGUAGES } from "#debate/content/language.ts";
import type { DebatePage } from "#debate/protocol/pages.ts";
import { SIDES } from "#debate/rules/choices.ts";

/** `by`: the instructor who writes. `current` is null where the debate was deleted. */
type VersionsDeskProps = { by: string; current: DebatePage | null; lost?: Lost };

/** [X7] Where versions of a debate are written, beside the original. Unsaved changes are stored on this device. */
export function VersionsDesk(props: VersionsDeskProps) {
  const [times, setTimes] = useState(0);
  if (!useHydrated()) return <DeskSkeleton />;
  return <Begun key={times} {...props} onStartOver={() => setTimes(times + 1)} />;
}

type BegunProps = VersionsDeskProps & { onStartOver: () => void };

function Begun({ current, ...props }: BegunProps) {
  const id = useDebateId();
  const [name] = useState(() => textsName(id, props.by));
  const [kept] = useState(() => takeVersions(id, name, props.by));
  const page = current ?? (kept?.debate && { debate: kept.debate, etag: kept.etag });
  if (!page) return <NotFoundNote />;
  if (props.lost && !kept) return <ToDebate id={id} />;
  return (
    <ContentIn lang={page.debate.lang}>
      <Desk {...props} name={name} kept={kept} page={page} />
    </ContentIn>
  );
}

type DeskProps = Parameters<typeof useVersions>[0] & Pick<VersionsDeskProps, "lost">;

function Desk({ lost, ...props }: DeskProps) {
  const t = useTranslations("instructor.reading");
  const tDebate = useTranslations("instructor.editor");
  const desk = useVersions(props);
  const { debate, all, shown, pending, problem, newer, isRestored } = desk;
  const version = all[shown];
  return (
    <div className="grid grid-cols-1 gap-6">
      <header className="grid gap-2">
        {lost !== "not-found" && (
          <Link
            href={`/debates/${debate.id}`}
            className="inline-flex min-h-touch items-center gap-2 justify-self-start rounded-control pe-3 text-sm font-semibold text-ink-soft hover:text-ink"
          >
            <ArrowLeft aria-hidden="true" className="size-5" />
            {t("back")}
          </Link>
        )}
        <h1 className="font-serif text-3xl">{t("title")}</h1>
        <Written as="p" className="font-serif text-lg text-ink-soft">
          {debate.resolution}
        </Written>
        {!lost && <p className="max-w-measure text-pretty">{t("lead")}</p>}
      </header>
      {lost && <LostNotice lost={lost} onDiscard={desk.discard} />}
      {isRestored && !lost && (
        <Notice
          title={t("draft")}
          action={
            <Button size="small" onClick={desk.discard}>
              {t("discard")}
            </Button>
          }
        />
      )}
      {newer && (
        <Notice
          kind="warning"
          title={t("newer")}
          action={
            <Button size="small" pending={pending} onClick={desk.saveOverNewer}>
              {t("saveOverNewer")}
            </Button>
          }
        >
          {t(desk.replacesTheirs ? "newerReplaced" : "newerBody")}
        </Notice>
      )}
      <fieldset className="flex min-w-0 flex-wrap gap-2">
        <legend className="sr-only">{t("title")}</legend>
        {all.map(({ id, label }, index) => (
          <Button
            key={id}
            aria-pressed={index === shown}
            className={index === shown ? "border-ink! bg-sunken!" : ""}
            onClick={() => desk.setShown(index)}
          >
            <Written as="bdi">{label.trim() || t("unnamedLabel")}</Written>
          </Button>
        ))}
        {!lost && all.length < VERSION_LIMITS.versions && (
          <Button variant={version ? "quiet" : "primary"} onClick={desk.add}>
            <Plus aria-hidden="true" className="size-5" />
            {t("add")}
          </Button>
        )}
      </fieldset>
      {version ? (
        <VersionForm key={version.id} debate={debate} version={version} desk={desk} />
      ) : (
        <EmptyState title={t("none")}>{t("noneBody")}</EmptyState>
      )}
      {!lost && (version || desk.isUnsaved) && (
        <FootBar problem={problem}>
          <Button variant="primary" pending={pending} onClick={desk.save} className="ms-auto flex!">
            {tDebate("save")}
          </Button>
        </FootBar>
      )}
    </div>
  );
}

type VersionFormProps = { debate: Debate; version: VersionFields; desk: ReturnType<typeof useVersions> };

function VersionForm({ debate, version, desk }: VersionFormProps) {
  const t = useTranslations("instructor.reading");
  return (
    <div className="grid grid-cols-1 gap-8">
      <div className="grid items-start gap-4 md:grid-cols-2 md:gap-6">
        <Field
          id="version-label"
          dir="auto"
          label={t("label")}
          hint={t("labelHint")}
          limit={VERSION_LIMITS.label}
          value={version.label}
          onChange={({ target }) => desk.setField({ label: target.value })}
        />
        <Language lang={version.lang} onLang={(lang) => desk.setField({ lang })} />
        <Field
          optional
          dir="auto"
          lang={version.lang || undefined}
          label={t("resolution")}
          value={version.resolution}
          className="md:col-span-2"
          onChange={({ target }) => desk.setField({ resolution: target.value })}
        />
      </div>
      {SIDES.map((side) => {
        const paragraphs = debate.positions.find((position) => position.side === side)?.paragraphs ?? [];
        return (
          <section key={side} className="grid grid-cols-1 gap-3">
            <h2>
              <ChoiceBadge choice={side} />
            </h2>
            <ol className="grid list-none grid-cols-1">
              {version[side].map((text, index) => (
                <ParagraphPair
                  // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its number.
                  key={index}
                  side={side}
                  number={index + 1}
                  format={debate.format}
                  original={paragraphs[index]?.text ?? ""}
                  originalLang={debate.lang}
                  text={text}
                  lang={version.lang}
                  onText={desk.setText}
                />
              ))}
            </ol>
          </section>
        );
      })}
      <Button variant="danger" className="justify-self-start" onClick={desk.remove}>
        <Trash2 aria-hidden="true" className="size-5" />
        {t("remove")}
      </Button>
    </div>
  );
}

function Language({ lang, onLang }: { lang: string; onLang: (lang: string) => void }) {
  const t = useTranslations("instructor.reading");
  const nameOf = useLanguageName();
  const offered =
    lang === "" || CONTENT_LANGUAGES.includes(lang) ? CONTENT_LANGUAGES : [lang, ...CONTENT_LANGUAGES];
  return (
    <div className="grid gap-1.5">
      <label htmlFor="version-lang" className="font-semibold">
        {t("lang")}
      </label>
      <p className="text-sm text-ink-soft">{t("langHint")}</p>
      <select
        id="version-lang"
        value={lang}
        onChange={({ target }) => onLang(target.value)}
        className="min-h-touch w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-base text-ink"
      >
        <option value="">{t("langSame")}</option>
        {offered.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </div>
  );
}
