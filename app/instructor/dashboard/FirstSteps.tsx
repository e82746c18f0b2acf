"use client";
import { useLocale, useTranslations } from "next-intl";
import { FileInput } from "#app/icons/icons.ts";
import { rememberedSettings } from "#app/instructor/opening/remembered-settings.ts";
import { useOpening } from "#app/instructor/opening/use-opening.ts";
import { Button, LinkButton } from "#app/shared/controls/Button.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { GuideLink } from "#app/shared/links/GuideLink.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { SIMULATED } from "#debate/rules/session-options.ts";

/** [H1] Until someone has joined a session: one click to a rehearsal of the built-in debate, or to a document of one's own. */
export function FirstSteps({ debateId }: { debateId: string }) {
  const t = useTranslations("instructor.dashboard.first");
  const language = useLocale();
  const { pending, problem, start } = useOpening(debateId);
  return (
    <Card as="section" tone="sunken" aria-labelledby="first" className="mb-12 grid gap-4 wrap-anywhere">
      <div className="grid gap-1">
        <h2 id="first" className="font-serif text-2xl">
          {t("title")}
        </h2>
        <p className="max-w-measure text-ink-soft text-pretty">{t("body")}</p>
      </div>
      {problem && <Notice kind="error">{problem}</Notice>}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button pending={pending} onClick={() => start(rememberedSettings(language), SIMULATED.usual)}>
          {t("start", { count: SIMULATED.usual })}
        </Button>
        <LinkButton href="/debates/import">
          <FileInput aria-hidden="true" className="size-5" />
          {t("import")}
        </LinkButton>
        <GuideLink />
      </div>
    </Card>
  );
}
