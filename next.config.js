import { networkInterfaces } from "node:os";
import createNextIntlPlugin from "next-intl/plugin";

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

/** Phones in the room reach the development server by this machine's own addresses. */
const ownAddresses = Object.values(networkInterfaces()).flatMap((addresses) =>
  (addresses ?? []).map(({ address }) => address),
);

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  devIndicators: false,
  allowedDevOrigins: ["*.local", ...ownAddresses],
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

export default withNextIntl(config);
