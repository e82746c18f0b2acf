import { expect, test } from "vitest";
import { OK, refused } from "#tests/support/lesson.ts";
import { keyIn } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";

test("[V27] the host chooses the projector's colors and language, which a reload keeps, and students are not told", async () => {
  await using server = await startServer();
  const [host, screen, ada] = await server.seats("host", "screen", "student");
  const look = { theme: "dark", language: "ja" } as const;
  expect((await screen.sync()).session).not.toHaveProperty("wallLook");
  expect(await host.send("host:wall-look", look)).toEqual(OK);
  await screen.sees(({ wallLook }) => wallLook?.theme === "dark" && wallLook.language === "ja");
  const { code, urls } = server.session;
  const page = await server.app.pageApi.screen(new Headers(), code, keyIn(urls.screen));
  expect(page).toMatchObject({ value: { snapshot: { wallLook: look } } });
  // Beside the settings, which are as they were chosen [V11].
  expect(JSON.stringify(page)).not.toContain('"settings":{"wallLook"');
  expect(JSON.stringify((await ada.sync()).session)).not.toContain("wallLook");
  expect(((await host.sync()).log ?? [])[0]).toMatchObject({ actor: "host", kind: "wall-look" });

  expect(await host.send("host:wall-look", { theme: null, language: "en" })).toEqual(OK);
  await screen.sees(({ wallLook }) => wallLook?.language === "en" && !("theme" in wallLook));
  expect(await host.send("host:wall-look", { theme: null, language: null })).toEqual(OK);
  await screen.sees((snapshot) => !("wallLook" in snapshot));
});

test("[V27] it is for host and assistant, and takes no other values", async () => {
  await using server = await startServer();
  const [host, screen, ada] = await server.seats("host", "screen", "student");
  const look = { theme: "light", language: null };
  for (const client of [screen, ada])
    expect(await client.raw("host:wall-look", look)).toEqual(refused("forbidden"));
  for (const wrong of [{ ...look, theme: "sepia" }, { ...look, language: "tlh" }, { theme: "dark" }])
    expect(await host.raw("host:wall-look", wrong)).toEqual(refused("malformed"));
});
