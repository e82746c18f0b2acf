import { expect, test } from "vitest";
import { temporaryEnvironment } from "#server/launch/temporary-server.mjs";
import { readEnvironment } from "#server/platform/environment.ts";

test("the demo and `npm run capacity` start where a server with an address, mail, single sign-on and Redis is configured", () => {
  const configured = {
    NODE_ENV: "production" as const,
    PUBLIC_URL: "https://debate.example.org",
    AUTH_SECRET: "0123456789abcdef0123456789abcdef",
    DATABASE_URL: "postgresql://resolved:password@db.example.org/resolved",
    REDIS_URL: "redis://redis.example.org:6379",
    SMTP_URL: "smtps://user:password@mail.example.org",
    MAIL_FROM: "Resolved <debates@example.org>",
    OIDC_ISSUER: "https://accounts.example.org",
    OIDC_CLIENT_ID: "resolved",
    OIDC_CLIENT_SECRET: "secret",
    OIDC_NAME: "Example University",
    OIDC_INSTRUCTORS: "@staff.example.org",
    RETENTION_DAYS: "30",
    PORT: "8080",
  };
  expect(readEnvironment(configured)).toMatchObject({ OIDC_NAME: "Example University" });
  const onFile = { ...temporaryEnvironment(configured), DATABASE_URL: "file:temporary.db" };
  expect(readEnvironment(onFile)).toMatchObject({ PORT: 8080, RETENTION_DAYS: 30 });
  expect(onFile).not.toHaveProperty("REDIS_URL");
});
