import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { Components } from "#app/design/Components.tsx";
import { Tokens } from "#app/design/Tokens.tsx";
import { Words } from "#app/i18n/Words.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";

export const metadata: Metadata = { title: "Design" };

const THEMES = ["light", "dark"] as const;

/** Every token and every shared component in every state, for developers: in development, or with DESIGN=1. */
export default async function DesignPage() {
  await headers(); // made for each request, as all pages are
  if (process.env.NODE_ENV === "production" && process.env.DESIGN !== "1") notFound();
  return (
    <Words also={["flow"]}>
      <PageShell width="full">
        <h1 className="font-serif text-3xl font-medium tracking-tight">Design</h1>
        <p className="mt-2 max-w-measure text-ink-soft">
          Reasons are in docs/design.md. Screens use nothing else.
        </p>
        <div className="mt-8 grid gap-8 xl:grid-cols-2">
          {THEMES.map((theme) => (
            <div
              key={theme}
              data-theme={theme}
              className="grid min-w-0 content-start gap-10 rounded-card border border-line bg-paper p-4 text-ink sm:p-6"
            >
              <h2 className="font-serif text-2xl">{theme === "light" ? "Light" : "Dark"}</h2>
              <Tokens />
              <Components />
            </div>
          ))}
        </div>
      </PageShell>
    </Words>
  );
}
