import { getRequestConfig } from "next-intl/server";
import { english } from "#app/messages/en.ts";

declare module "next-intl" {
  /** A word that is not in the English files does not compile. */
  interface AppConfig {
    Locale: "en";
    Messages: typeof english;
  }
}

/** The class's zone is the server's: a laptop in the room, or a server whose TZ the institution sets. */
const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

export default getRequestConfig(async () => ({ locale: "en", timeZone, messages: english }));
