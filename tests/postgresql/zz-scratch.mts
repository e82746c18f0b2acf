import { openPostgresql } from "#server/store/postgresql/open.ts";

const d = await openPostgresql(process.env.DATABASE_URL ?? "", {
  migrations: "prisma/migrations/postgresql",
  pool: 2,
  shared: false,
});
await d.close();
