import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from "jose";
import { sealing } from "#server/platform/sealing.ts";
import type { StoredKey } from "#server/store/lti/key-rows.ts";
import type { Store } from "#server/store/store.ts";

const DAY = 24 * 60 * 60 * 1_000;
/** [Q43] After how long there is a new key, how long it is published before it signs, and how long an old one is published after that. */
const ROTATION = 90 * DAY;
const AHEAD = DAY;
const RETIRED = 30 * DAY;
const ALGORITHM = "RS256";
/** How far back the time of a signature is set, in seconds: Moodle refuses one that is ahead of its clock. */
const BACK = 10;

type OpenedKey = StoredKey & { opened: JWK };
export type Keys = ReturnType<typeof createKeys>;
type Options = {
  store: Pick<Store, "platformKeys">;
  secret: string;
  clock: () => number;
  uuid: () => string;
};

/** [Q43] The keys with which this server proves itself to platforms. */
export function createKeys({ store, secret, clock, uuid }: Options) {
  const seal = sealing(secret, "lti-keys");

  /** The newest first; without those that another secret has closed. */
  const openable = (keys: StoredKey[]): OpenedKey[] =>
    keys.flatMap((key) => {
      const opened = seal.open(key.sealed);
      return opened === null ? [] : [{ ...key, opened: JSON.parse(opened) }];
    });

  /** Those that sign, will sign, or have signed until lately: a newer key takes over once it has been published for a day. */
  const published = (keys: OpenedKey[]): OpenedKey[] => {
    const retired = clock() - AHEAD - RETIRED;
    return keys.filter((_, index) => index === 0 || (keys[index - 1]?.createdAt ?? 0) > retired);
  };

  /** Nothing changes if another request or server has made one beside those that are known. */
  async function make(known: StoredKey[]): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
    const kept = new Set(published(openable(known)).map(({ id }) => id));
    const over = known.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
    const id = uuid();
    const key: StoredKey = {
      id,
      publicKey: JSON.stringify({ ...(await exportJWK(publicKey)), kid: id, alg: ALGORITHM, use: "sig" }),
      sealed: seal.close(JSON.stringify(await exportJWK(privateKey))),
      createdAt: clock(),
    };
    await store.platformKeys.add(key, known[0]?.id ?? null, over);
  }

  async function current(): Promise<OpenedKey[]> {
    const known = await store.platformKeys.all();
    const keys = openable(known);
    const [newest] = keys;
    if (newest && clock() - newest.createdAt < ROTATION) return keys;
    await make(known);
    return openable(await store.platformKeys.all());
  }

  return {
    /** What platforms check signatures by. */
    async published(): Promise<{ keys: JWK[] }> {
      return { keys: published(await current()).map(({ publicKey }) => JSON.parse(publicKey)) };
    },

    /** Has new signatures made with another key from the next day on, unless one waits for that already. */
    async rotate(): Promise<void> {
      const known = await store.platformKeys.all();
      const isWaiting = known.length > 1 && clock() - (known[0]?.createdAt ?? 0) < AHEAD;
      if (!isWaiting) await make(known);
    },

    /** Signed for `seconds`. A new key signs once it has been published for a day, unless there is no other. */
    async sign(claims: JWTPayload, seconds: number): Promise<string> {
      const keys = await current();
      const key = keys.find(({ createdAt }) => clock() - createdAt >= AHEAD) ?? keys.at(-1);
      if (!key) throw new Error("there is no key to sign with");
      const now = Math.floor(clock() / 1_000);
      return new SignJWT(claims)
        .setProtectedHeader({ alg: ALGORITHM, kid: key.id, typ: "JWT" })
        .setIssuedAt(now - BACK)
        .setExpirationTime(now + seconds)
        .setJti(uuid())
        .sign(await importJWK(key.opened, ALGORITHM));
    },
  };
}
