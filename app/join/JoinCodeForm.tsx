import { useTranslations } from "next-intl";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { FieldError } from "#app/shared/controls/FieldError.tsx";
import { Card } from "#app/shared/layout/Card.tsx";

type JoinCodeFormProps = {
  /** What was typed, when it was no code. */
  typed?: string;
  error?: string;
  headingLevel?: "h1" | "h2";
};

/** The field for a code. A plain form: it works before any script has run, and forgives case, spaces, I, L and O. */
export function JoinCodeForm({ typed = "", error, headingLevel: Heading = "h2" }: JoinCodeFormProps) {
  const t = useTranslations("home");
  return (
    <Card as="section" padding="roomy" aria-labelledby="join">
      <form action="/join" method="get" className="grid gap-4 wrap-anywhere">
        <div className="grid gap-1">
          <Heading id="join" className="font-serif text-2xl">
            <label htmlFor="code">{t("joinTitle")}</label>
          </Heading>
          <p id="code-hint" className="text-sm text-ink-soft">
            {t("joinHint")}
          </p>
        </div>
        <input
          id="code"
          name="code"
          type="text"
          defaultValue={typed}
          required
          // biome-ignore lint/a11y/noAutofocus: [F1] what is wrong is said with the field.
          autoFocus={error !== undefined}
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder={t("joinExample")}
          aria-describedby={error ? "code-hint code-error" : "code-hint"}
          aria-invalid={error ? true : undefined}
          className={classNames(
            "min-h-16 w-full rounded-control border-2 bg-paper px-[min(1rem,3vw)] text-center text-[min(1.5rem,10vw)] font-semibold tracking-[0.14em] uppercase tabular-nums",
            "placeholder:font-normal placeholder:tracking-[0.14em] placeholder:text-ink-soft",
            error ? "border-danger" : "border-line-strong",
          )}
        />
        {error && <FieldError id="code-error">{error}</FieldError>}
        <Button worksWithoutScripts type="submit" variant="primary" size="large" className="w-full">
          {t("joinButton")}
        </Button>
      </form>
    </Card>
  );
}
