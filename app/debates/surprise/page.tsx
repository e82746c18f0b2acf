import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { signInPath } from "#app/instructor/same-site.ts";
import { shelfRequestIn } from "#debate/protocol/shelf.ts";
import { pageApi } from "#server/pages/page-api.ts";

type Query = Record<string, string | string[] | undefined>;

/** [D44] Leads to one of the debates that fit a search, chosen by lot. */
export default async function Surprise({ searchParams }: { searchParams: Promise<Query> }) {
  const drawn = await pageApi().surprise(await headers(), shelfRequestIn(await searchParams));
  if (!drawn.ok) redirect(signInPath("/debates/surprise"));
  redirect(drawn.value === null ? "/dashboard" : `/debates/${drawn.value}`);
}
