import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { calculateJwkThumbprint } from "jose";
import type { SignedSummary, SigningKey, Summary } from "#debate/protocol/answers/summary.ts";
import { sealing } from "#server/platform/sealing.ts";
import { canonical } from "#server/store/sessions/debate-hash.ts";
import type { Store } from "#server/store/store.ts";

export type Signing = ReturnType<typeof createSigning>;
type Options = { store: Pick<Store, "signingKeys">; secret: string; clock: () => number };

/** [S27] Signs summaries with this server's key (Ed25519), made when it is first needed. */
export function createSigning({ store, secret, clock }: Options) {
  const seal = sealing(secret, "summary-keys");

  async function make(): Promise<void> {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    const { kty, crv, x } = publicKey.export({ format: "jwk" });
    await store.signingKeys.add({
      id: seal.id,
      publicKey: JSON.stringify({ kty, crv, x }),
      sealed: seal.close(JSON.stringify(privateKey.export({ format: "jwk" }))),
      createdAt: clock(),
    });
  }

  async function own(): Promise<{ key: SigningKey; opened: object }> {
    const known = await store.signingKeys.byId(seal.id);
    if (!known) {
      await make();
      return own();
    }
    const opened = seal.open(known.sealed);
    if (opened === null) throw new Error("the key that signs summaries can't be opened");
    return { key: JSON.parse(known.publicKey), opened: JSON.parse(opened) };
  }

  return {
    /** What this server is called where it has no address. */
    thumbprint: async () => thumbprintOf((await own()).key),

    async sign(summary: Summary): Promise<SignedSummary> {
      const { key, opened } = await own();
      const privateKey = createPrivateKey({ key: { ...opened }, format: "jwk" });
      const signature = sign(null, Buffer.from(canonical(summary)), privateKey).toString("base64url");
      return { summary, signature, key };
    },

    /** The keys of this server, also earlier ones. */
    ownKeys: async (): Promise<string[]> =>
      (await store.signingKeys.publicKeys()).map((held) => JSON.parse(held).x),
  };
}

/** [S28] Whether the key in the file has signed the summary. */
export function isSigned({ summary, signature, key }: SignedSummary): boolean {
  try {
    const publicKey = createPublicKey({ key, format: "jwk" });
    return verify(null, Buffer.from(canonical(summary)), publicKey, Buffer.from(signature, "base64url"));
  } catch {
    return false;
  }
}

/** RFC 7638. */
export function thumbprintOf(key: SigningKey): Promise<string> {
  return calculateJwkThumbprint(key);
}
