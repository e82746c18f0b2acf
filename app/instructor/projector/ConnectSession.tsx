"use client";
import { useTranslations } from "next-intl";
import { Button, LinkButton } from "#app/shared/controls/Button.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { useConnectProjector } from "#app/shared/sessions/use-connect-projector.ts";
import type { SessionRow } from "#debate/protocol/pages.ts";

type ConnectSessionProps = { session: Pick<SessionRow, "code" | "name" | "resolution">; projector: string };

/** One session that the waiting projector can show. */
export function ConnectSession({ session: { code, name, resolution }, projector }: ConnectSessionProps) {
  const t = useTranslations("projector.connect");
  const { state, connect } = useConnectProjector(code);
  const title = name || resolution;
  return (
    <Card as="li" className="grid gap-3">
      <p dir="auto" className="font-serif text-lg wrap-anywhere">
        {title}
      </p>
      {state.state === "failed" && <Notice kind="error">{state.why}</Notice>}
      {state.state === "done" ? (
        <Notice
          kind="success"
          title={t("done")}
          action={<LinkButton href={`/host/${code}`}>{t("toRoom")}</LinkButton>}
        />
      ) : (
        <Button
          variant="primary"
          pending={state.state === "pending"}
          aria-label={t("showOf", { name: title })}
          onClick={() => void connect(projector)}
        >
          {t("show")}
        </Button>
      )}
    </Card>
  );
}
