import { useTranslations } from "next-intl";
import { Link2Off } from "#app/icons/icons.ts";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";

/** Replaces the control room for anyone whose link no longer works. */
export function LinkEnded({ code }: { code: string }) {
  const t = useTranslations("host");
  return (
    <PageShell width="measure">
      <EmptyState
        as="h1"
        icon={Link2Off}
        title={t("links.ended.title")}
        action={
          <LinkButton href={`/sign-in?next=${encodeURIComponent(`/host/${code}`)}`}>
            {t("links.ended.signIn")}
          </LinkButton>
        }
      >
        {t("links.ended.body")}
      </EmptyState>
    </PageShell>
  );
}
