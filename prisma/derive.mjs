/** The one source of models. */
export const SCHEMA = "prisma/schema.prisma";

/**
 * The schema of PostgreSQL: Prisma fixes the database in the schema, and nothing else differs.
 * @param {string} schema
 */
export function derive(schema) {
  const derived = schema
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace(/output( +)= "[^"]+"/u, 'output$1= "./postgresql"');
  if (derived.includes("sqlite"))
    throw new Error(`${SCHEMA} has changed: what is derived from it names SQLite.`);
  return derived;
}
