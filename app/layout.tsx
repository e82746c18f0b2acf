import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { fontVariables } from "#app/fonts/faces.ts";
import { Words } from "#app/i18n/Words.tsx";
import { PageBoundary } from "#app/shared/layout/PageBoundary.tsx";
import { Announcer } from "#app/shared/notices/Announcer.tsx";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return {
    title: { default: t("home.title"), template: `%s · ${t("shared.appName")}` },
    description: t("home.description"),
    applicationName: t("shared.appName"),
    manifest: "/manifest.webmanifest",
    icons: {
      icon: [
        { url: "/icon.svg", type: "image/svg+xml" },
        { url: "/icon-192.png", sizes: "192x192", type: "image/png" },
      ],
      apple: { url: "/apple-touch-icon.png", sizes: "180x180" },
    },
    // A code on a slide is not a telephone number.
    formatDetection: { telephone: false, date: false, address: false, email: false },
    robots: { index: false },
  };
}

// The scripts of each answer carry its own nonce (server/http/guard.ts), so no page is made before it is asked for.
export const dynamic = "force-dynamic";

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf8f3" },
    { media: "(prefers-color-scheme: dark)", color: "#171612" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()} className={fontVariables}>
      <body>
        <Words>
          <PageBoundary>{children}</PageBoundary>
        </Words>
        <Announcer />
      </body>
    </html>
  );
}
