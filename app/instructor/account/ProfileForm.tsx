"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useSubmission } from "#app/instructor/account/submission.ts";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { LANGUAGE_NAMES, LANGUAGES, type Language } from "#debate/rules/languages.ts";
import { NAME_LENGTH } from "#debate/rules/names.ts";

type ProfileFormProps = { name: string; language: Language | null };

/** [I17] The name and the language of an account. */
export function ProfileForm({ name: known, language: chosen }: ProfileFormProps) {
  const t = useTranslations("instructor.profile");
  const account = useTranslations("instructor.account");
  const shown = useLocale();
  const why = useWhy();
  const router = useRouter();
  const { errors, pending, submit } = useSubmission(["name", "language"], async ({ name, language }) => {
    if (name.trim() === "") return { name: account("nameMissing") };
    if (name.trim().length > NAME_LENGTH) return { name: account("nameLong", { limit: NAME_LENGTH }) };
    const json = { name: name.trim(), language: language === "" ? null : language };
    const reply = await ask("PUT", "/api/account", json);
    if (!reply.ok) return { form: why(reply.code) };
    if (language !== (chosen ?? "") && language !== shown) {
      // A whole load, so that no part of the page stays in the other language.
      window.location.reload();
      return null;
    }
    toast.success(t("saved"));
    router.refresh();
    return {};
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      {errors.form && <Notice kind="error">{errors.form}</Notice>}
      <Field
        label={account("name")}
        hint={account("nameHint")}
        id="name"
        name="name"
        defaultValue={known}
        autoComplete="name"
        dir="auto"
        required
        error={errors.name}
      />
      <div className="grid gap-1.5">
        <label htmlFor="language" className="font-semibold">
          {t("language")}
        </label>
        <select
          id="language"
          name="language"
          defaultValue={chosen ?? ""}
          className="min-h-touch w-full rounded-control border border-line-strong bg-surface px-3 text-base"
        >
          <option value="">{t("browsers")}</option>
          {LANGUAGES.map((language) => (
            <option key={language} value={language} lang={language}>
              {LANGUAGE_NAMES[language]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
