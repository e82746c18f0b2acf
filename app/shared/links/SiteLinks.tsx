import { getTranslations } from "next-intl/server";
import { pageApi } from "#server/pages/page-api.ts";

const LINK =
  "inline-flex min-h-touch items-center underline decoration-line-strong underline-offset-4 hover:text-ink";

/** [I29] What this server keeps, whom it fits, and whom to ask: at the foot of a page. */
export async function SiteLinks() {
  const t = await getTranslations("site");
  const contact = await contactLink();
  return (
    <nav aria-label={t("label")} className="flex flex-wrap gap-x-6">
      <a href="/privacy" className={LINK}>
        {t("privacy")}
      </a>
      <a href="/accessibility" className={LINK}>
        {t("accessibility")}
      </a>
      {contact && (
        <a href={contact.href} className={LINK}>
          {t("contact")}
        </a>
      )}
    </nav>
  );
}

/** [I29] Whom the server's owner has named, as a sentence; nothing without. */
export async function ContactLine() {
  const t = await getTranslations("site");
  const contact = await contactLink();
  if (!contact) return null;
  return (
    <p className="mt-8">
      {t("ask")}{" "}
      <a href={contact.href} className="font-semibold wrap-anywhere underline underline-offset-4">
        {contact.name}
      </a>
    </p>
  );
}

async function contactLink(): Promise<{ name: string; href: string } | null> {
  const { contact } = await pageApi().site();
  if (contact === undefined) return null;
  return { name: contact, href: /^https?:\/\//iu.test(contact) ? contact : `mailto:${contact}` };
}
