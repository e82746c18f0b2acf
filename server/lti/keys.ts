import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from "jose";
import type { StoredKey } from "#server/store/lti/key-rows.ts";
import type { Store } from "#server/store/store.ts";

const DAY = 24 * 60 * 60 * 1_000;
/** [Q43] After how long there is a new key, how long it is published before it signs, and how long an old one still is. */
const ROTATION = 90 * DAY;
const AHEAD = DAY;
const RETIRED = ROTATION + 30 * DAY;
const ALGORITHM = "RS256";
/** How far back the time of a signature is set, in seconds: Moodle refuses one that is ahead of its clock. */
const BACK = 10;

export type Keys = ReturnType<typeof createKeys>;
type Options = {
  store: Pick<Store, "platformKeys">;
  secret: string;
  clock: () => number;
  uuid: () => string;
};

/** [Q43] The keys with which this server proves itself to platforms. */
export function createKeys({ store, secret, clock, uuid }: Options) {
  const seal = sealing(secret);

  async function make(newest: number): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
    const id = uuid();
    const key: StoredKey = {
      id,
      publicKey: JSON.stringify({ ...(await exportJWK(publicKey)), kid: id, alg: ALGORITHM, use: "sig" }),
      sealed: seal.close(JSON.stringify(await exportJWK(privateKey))),
      createdAt: clock(),
    };
    await store.platformKeys.add(key, newest, clock() - RETIRED);
  }

  /** Those that this server's secret opens: with a new secret there are new keys. */
  async function usable(): Promise<(StoredKey & { opened: JWK })[]> {
    return (await store.platformKeys.all()).flatMap((key) => {
      const opened = seal.open(key.sealed);
      return opened === null ? [] : [{ ...key, opened: JSON.parse(opened) }];
    });
  }

  async function current() {
    const keys = await usable();
    const [newest] = keys;
    if (newest && clock() - newest.createdAt < ROTATION) return keys;
    const [stored] = await store.platformKeys.all();
    await make(newest?.createdAt ?? stored?.createdAt ?? 0);
    return usable();
  }

  return {
    /** What platforms check signatures by. */
    async published(): Promise<{ keys: JWK[] }> {
      const since = clock() - RETIRED;
      const keys = (await current()).filter(({ createdAt }) => createdAt > since);
      return { keys: keys.map(({ publicKey }) => JSON.parse(publicKey)) };
    },

    /** Has new signatures made with another key from the next day on. */
    rotate: async () => make((await store.platformKeys.all())[0]?.createdAt ?? 0),

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

const CIPHER = "aes-256-gcm";

/** Encrypts with a key that follows from the server's secret. */
function sealing(secret: string) {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "lti-keys", 32));
  return {
    close(text: string): string {
      const nonce = randomBytes(12);
      const cipher = createCipheriv(CIPHER, key, nonce);
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
    },
    /** Null where another secret has closed it. */
    open(held: string): string | null {
      const bytes = Buffer.from(held, "base64url");
      try {
        const cipher = createDecipheriv(CIPHER, key, bytes.subarray(0, 12));
        cipher.setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString("utf8");
      } catch {
        return null;
      }
    },
  };
}
