import { useTranslations } from "next-intl";

type ExitTicketsLinkProps = { count: number | undefined; phones: number };

/** [Y16] How many exit tickets there are, and the way to them: the list says if they can't be read yet [Y19]. */
export function ExitTicketsLink({ count, phones }: ExitTicketsLinkProps) {
  const t = useTranslations("host.results");
  if (count === undefined) return null;
  return (
    <p>
      <a href="#exit-tickets" className="inline-flex min-h-touch items-center soft-underline">
        {t("exitTickets", { count, joined: phones })}
      </a>
    </p>
  );
}
