import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { readCode } from "#debate/rules/codes.ts";
import { pageApi } from "#server/pages/page-api.ts";

/** Once a request, for the title and the page. */
const read = cache(async (code: string) => pageApi().marks(await headers(), code));

/** The page's data; without access it leads to signing in. `path`: below the control room's. */
export async function readMarks(typed: string, path: string) {
  const code = readCode(typed);
  if (!code) notFound();
  const page = await read(code);
  if (!page.ok && page.code === "unauthorized")
    redirect(`/sign-in?next=${encodeURIComponent(`/host/${code}/${path}`)}`);
  if (!page.ok) notFound();
  return page.value;
}

/** [V17] The title is printed with the marks, so that those of several classes can be told apart. */
export async function marksTitle(typed: string): Promise<string> {
  const t = await getTranslations("marks");
  const code = readCode(typed);
  const page = code ? await read(code) : null;
  const name = page?.ok ? page.value.name : "";
  const title = { code: code ?? typed.toUpperCase() };
  return name === "" ? t("title", title) : t("titleNamed", { ...title, name });
}
