import { networkInterfaces } from "node:os";
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_SERVER } from "next/constants.js";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  devIndicators: false,
  experimental: {
    // A phone's first visit should be a few files: pages are rarely left for another.
    turbopackChunking: { minChunkSize: 10_000_000, maxMergeChunkSize: 10_000_000, firstPageLoadPriority: 1 },
  },
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

/**
 * Only a build uses the plugin, which loads two compilers that the installed program does not have.
 * @param {string} phase
 */
export default async (phase) => {
  if (phase === PHASE_PRODUCTION_SERVER) return config;
  const { default: createNextIntlPlugin } = await import("next-intl/plugin");
  const withNextIntl = createNextIntlPlugin({
    requestConfig: "./app/i18n/request.ts",
    // Messages are read once, when pages are built: phones need no parser for them.
    experimental: {
      messages: {
        path: ["./app/messages", "./app/activities"],
        format: "json",
        locales: "infer",
        precompile: true,
      },
    },
  });
  return withNextIntl(
    phase === PHASE_DEVELOPMENT_SERVER ? { ...config, allowedDevOrigins: ownAddresses() } : config,
  );
};

/** Phones in the room reach the development server by this machine's own addresses. */
function ownAddresses() {
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return ["*.local", ...addresses.map(({ address }) => address)];
}
