import { networkInterfaces } from "node:os";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./app/i18n/request.ts");

/** Phones in the room reach the development server by this machine's own addresses. */
const ownAddresses = Object.values(networkInterfaces()).flatMap((addresses) =>
  (addresses ?? []).map(({ address }) => address),
);

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  devIndicators: false,
  allowedDevOrigins: ["*.local", ...ownAddresses],
  images: { unoptimized: true },
  serverExternalPackages: [
    "better-sqlite3",
    "@prisma/client",
    "@prisma/adapter-better-sqlite3",
    "pino",
    "socket.io",
  ],
  // `npm run check` types the whole program; the build does not do it a second time.
  typescript: { ignoreBuildErrors: true },
};

export default withNextIntl(config);
