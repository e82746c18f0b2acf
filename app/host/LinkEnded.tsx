import { useTranslations } from "next-intl";
import { Link2Off } from "#app/icons/icons.ts";
import { LinkButton } from "#app/shared/Button.tsx";
import { EmptyState } from "#app/shared/EmptyState.tsx";
import { PageShell } from "#app/shared/PageShell.tsx";

/** In place of the control room for whoever comes by a link that opens it no more. */
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
