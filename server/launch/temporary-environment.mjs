/** What only the server of an address, or one of several, has: others would refuse to start with it. */
const OF_THE_REAL_SERVER = [
  "PUBLIC_URL",
  "REDIS_URL",
  "SMTP_URL",
  "MAIL_FROM",
  "OIDC_ISSUER",
  "OIDC_CLIENT_ID",
  "OIDC_CLIENT_SECRET",
  "OIDC_NAME",
  "OIDC_INSTRUCTORS",
  "CONTACT",
];

/**
 * The environment of a server on a temporary database, on a computer where the real one may be configured.
 * @param {NodeJS.ProcessEnv} variables
 */
export function temporaryEnvironment(variables) {
  const kept = { ...variables };
  for (const name of OF_THE_REAL_SERVER) delete kept[name];
  return kept;
}
