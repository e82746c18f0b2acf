import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Containers, startContainers, whyNoImages } from "#tests/image/containers.ts";
import { Client } from "#tests/support/client.ts";
import { freePort } from "#tests/support/engines.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { CREDENTIALS, cookiesOf, postJson, signIn } from "#tests/support/requests.ts";

const why = whyNoImages();
const [BASE, IMAGE] = ["localhost/base", "localhost/resolved"];
const Debates = z.object({ debates: z.tuple([z.object({ id: z.string() })], z.unknown()) });
const Opened = z.object({ code: z.string(), urls: z.object({ host: z.string(), join: z.string() }) });
const Ballots = z.object({ rows: z.array(z.object({ round: z.string(), choice: z.string() })) });
const Sbom = z.object({
  bomFormat: z.literal("CycloneDX"),
  components: z.array(z.object({ name: z.string(), version: z.string() })),
});

describe.skipIf(why)(`the image${why ? ` (${why})` : ""}`, () => {
  let containers: Containers;
  beforeAll(async () => {
    containers = startContainers();
    const [made] = await Promise.all([containers.makePackage(), containers.makeBase(BASE)]);
    await containers.build(IMAGE, { base: BASE, package: made });
  });
  afterAll(() => containers[Symbol.asyncDispose]());

  test("[O30] [O31] [O32] a class votes in a container, and its votes outlive a restart and are restored into another", async () => {
    const [port, second] = [await freePort(), await freePort()];
    const variables = {
      INSTRUCTOR_EMAIL: CREDENTIALS.email,
      INSTRUCTOR_PASSWORD: CREDENTIALS.password,
      HOST: "127.0.0.1",
      WARM_UP: "false",
    };
    const first = await containers.start("first", IMAGE, "first", { ...variables, PORT: String(port) });
    const url = `http://127.0.0.1:${port}`;
    const code = await vote(url);
    const ballots = await ballotsOf(url, code);
    expect(ballots.map(({ choice }) => choice).sort()).toEqual(["against", "for"]);

    // A long text is read in a process of its own.
    const text = "milk and eggs\n".repeat(5_000);
    const imported = await postJson(`${url}/api/debates/import`, { text }, await signIn(url));
    expect(await imported.text()).toContain("no-positions");

    expect(await containers.evaluate("first", LOOK)).toEqual({
      user: 1000,
      written: ["/data", "/tmp"],
      shell: "EACCES",
    });
    expect(await containers.podman("exec", "first", "node", "/app/healthcheck.mjs")).toBe("");
    const backedUp = await containers.podman("exec", "first", ...COMMAND, "backup", "/data/backup");
    expect(backedUp).toContain("2 participants and 2 ballots");

    await containers.podman("stop", "--time=15", "first");
    expect([await first.ended, first.printed()]).toEqual([
      0,
      expect.not.stringMatching(/EACCES|EROFS|ENOENT/u),
    ]);
    const again = await containers.startAgain("first");
    expect(await ballotsOf(url, code)).toEqual(ballots);
    await containers.podman("stop", "--time=15", "first");
    expect(await again.ended).toBe(0);

    const restored = await containers.command(
      IMAGE,
      ["first:/from:ro", "second:/data"],
      "restore",
      "/from/backup",
    );
    expect(restored).toContain("2 participants and 2 ballots");
    const other = await containers.start("second", IMAGE, "second", { ...variables, PORT: String(second) });
    expect(await ballotsOf(`http://127.0.0.1:${second}`, code)).toEqual(ballots);
    await containers.podman("stop", "--time=15", "second");
    expect(await other.ended).toBe(0);
  });

  test("[O35] the image lists each package in it, with its version", async () => {
    const { components } = Sbom.parse(JSON.parse(await read("/app/sbom.cdx.json")));
    const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
    const installed = z
      .object({ packages: z.record(z.string(), z.object({ version: z.string() })) })
      .parse(JSON.parse(await read("/app/node_modules/.package-lock.json")));
    const names = Object.entries(installed.packages).map(
      ([folder, { version }]) => `${folder.slice(folder.lastIndexOf("node_modules/") + 13)}@${version}`,
    );
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !name.startsWith("resolved-") && !listed.has(name))).toEqual([]);
    // Those that are in the program's own files.
    for (const name of ["hono", "zod", "socket.io", "react"])
      expect(components.map((component) => component.name)).toContain(name);
    for (const name of ["vitest", "prisma", "typescript"])
      expect(components.map((component) => component.name)).not.toContain(name);
  });

  const read = (file: string) =>
    containers.podman("run", "--rm", "--network=host", "--entrypoint=cat", IMAGE, file);
});

/** As deploy/Containerfile starts it: without a shell, and without `env`. */
const COMMAND = ["node", "/app/node_modules/.bin/resolved"];
/** What the program in a container may do. */
const LOOK = `
  const { writeFileSync, readdirSync } = require("node:fs");
  const isWritten = (folder) => {
    try {
      writeFileSync(folder + "/written", "");
      return true;
    } catch {
      return false;
    }
  };
  const folders = ["/", ...readdirSync("/").map((name) => "/" + name), "/app/node_modules", "/usr/bin", "/var/tmp"];
  return {
    user: process.getuid(),
    written: folders.filter((folder) => !/^\\/(dev|proc|sys)$/.test(folder) && isWritten(folder)),
    shell: require("node:child_process").spawnSync("sh").error?.code,
  };`;

/** Leads a session at a running server until two students have voted; answers with its code. */
async function vote(url: string): Promise<string> {
  const cookie = await signIn(url);
  const listed = await fetch(`${url}/api/debates`, { headers: { cookie } });
  const [debate] = Debates.parse(await listed.json()).debates;
  const opened = await postJson(`${url}/api/sessions`, { debateId: debate.id }, cookie);
  const { code, urls } = Opened.parse(await opened.json());
  for (const page of ["/", urls.host, urls.join])
    await expectWhole(new URL(new URL(page, url).pathname, url), cookie);
  const seats = await Promise.all(
    ["Ada", "Alan"].map((name) => postJson(`${url}/api/sessions/${code}/join`, { name })),
  );
  const host = new Client(url, { auth: { code, as: "host" }, cookie });
  await host.connected();
  await moveTo(host, "before");
  host.close();
  for (const [index, choice] of (["for", "against"] as const).entries()) {
    const seat = seats[index];
    const cast = await postJson(
      `${url}/api/sessions/${code}/ballot`,
      ballot(choice),
      seat && cookiesOf(seat),
    );
    expect(await cast.json()).toEqual({ seq: 1 });
  }
  return code;
}

/** A page comes with its styles, fonts and scripts. */
async function expectWhole(page: URL, cookie: string): Promise<void> {
  const answer = await fetch(page, { headers: { cookie } });
  expect([page.pathname, answer.status]).toEqual([page.pathname, 200]);
  const parts = (await answer.text()).matchAll(/(?:src|href)="(\/_next\/static\/[^"?]+)/gu);
  const named = [...new Set(Array.from(parts, ([, part]) => part ?? ""))];
  expect(named.length).toBeGreaterThan(0);
  for (const part of named) {
    const { status, headers } = await fetch(new URL(part, page), { headers: { "accept-encoding": "br" } });
    const isText = /\.(?:js|css)$/u.test(part);
    expect([part, status, headers.get("content-encoding")]).toEqual([part, 200, isText ? "br" : null]);
  }
}

async function ballotsOf(url: string, code: string) {
  const headers = { cookie: await signIn(url) };
  const exported = await fetch(`${url}/api/sessions/${code}/export?table=ballots&format=json`, { headers });
  return Ballots.parse(await exported.json()).rows;
}
