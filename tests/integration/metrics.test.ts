import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { playLesson, run } from "#tests/support/backups.ts";
import { temporaryFolder } from "#tests/support/files.ts";
import { ballot, rebuttal, refused } from "#tests/support/lesson.ts";
import { CREDENTIALS } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";

/** The samples of a server's metrics, by name and labels. */
async function metricsOf(url: string): Promise<Map<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(lines.map((line) => [line.replace(/ \S+$/u, ""), Number(/\S+$/u.exec(line)?.[0])]));
}

test("[O41] an operator sees HTTP requests by status, refused sign-ins and writes of every kind", async () => {
  await using server = await startServer();
  await playLesson(server);
  const student = await server.connect("student");
  expect(await student.send("ballot:cast", ballot("for", "before"))).toEqual(refused("wrong-phase"));
  expect(await student.send("rebuttal:post", rebuttal())).toEqual(refused("wrong-phase"));
  for (const password of ["a wrong one", "another wrong one"])
    await server.request("/api/auth/sign-in/email", { json: { ...CREDENTIALS, password } });
  await server.request("/api/nothing");
  await server.request("/api/nothing", { method: "OPTIONS" });
  server.app.onPagesStarted(process.pid);
  const metrics = await metricsOf(server.url);
  expect(Object.fromEntries(metrics)).toMatchObject({
    'resolved_writes_total{kind="ballots",outcome="stored"}': 11,
    'resolved_writes_total{kind="ballots",outcome="refused"}': 1,
    'resolved_writes_total{kind="seats",outcome="stored"}': 7,
    'resolved_writes_total{kind="rebuttals",outcome="stored"}': 1,
    'resolved_writes_total{kind="rebuttals",outcome="refused"}': 1,
    'resolved_writes_total{kind="endorsements",outcome="stored"}': 1,
    'resolved_refused_sign_ins_total{by="password"}': 2,
    'resolved_http_requests_total{method="POST",status="4xx"}': 2,
    'resolved_http_requests_total{method="GET",status="4xx"}': 1,
    'resolved_http_requests_total{method="other",status="4xx"}': 1,
  });
  expect(metrics.get('resolved_writes_total{kind="sessions",outcome="stored"}')).toBeGreaterThan(4);
  expect(metrics.get("resolved_disk_free_bytes")).toBeGreaterThan(0);
  if (process.platform === "linux")
    expect(metrics.get("resolved_pages_resident_memory_bytes")).toBeGreaterThan(10_000_000);
});

test("[O41] metrics name no person, no session and no vote", async () => {
  await using server = await startServer();
  const named = await server.open({ identity: "named" });
  const seat = await server.join("Ada Lovelace", named.code);
  await playLesson(server);
  await server.request(`/results/${server.session.code}?key=secret`);
  await server.request("/api/auth/sign-in/email", { json: { ...CREDENTIALS, password: "Ada Lovelace" } });
  await server.request(`/api/sessions/${server.session.code}/join`, { method: "PROPFIND" });
  const labels = [...(await metricsOf(server.url)).keys()].flatMap((name) => [
    ...name.matchAll(/"([^"]*)"/gu),
  ]);
  const said = labels.map(([, label = ""]) => label).join("\n");
  expect(labels.length).toBeGreaterThan(20);
  const others = [seat.participantId, named.code, server.session.code, CREDENTIALS.email, "PROPFIND"];
  for (const secret of ["Lovelace", ...others]) expect(said).not.toContain(secret);
  expect(said).not.toMatch(/^(?:for|against|undecided)$/mu);
});

test("[O42] a backup while the server runs tells it when it was made", async () => {
  await using server = await startServer({ fresh: true });
  await using folder = await temporaryFolder();
  const last = async () => (await metricsOf(server.url)).get("resolved_last_backup_timestamp_seconds");
  expect(await last()).toBe(0);
  expect((await run("backup", server.databaseUrl, folder.in("backup"))).code).toBe(0);
  const { at } = JSON.parse(await readFile(folder.in("backup", "backup.json"), "utf8"));
  expect(await last()).toBe(Date.parse(at) / 1_000);
});

const ALERTS = "deploy/alerts.yaml";
const DASHBOARD = "deploy/grafana.json";

/** The queries of the dashboard, as Prometheus gets them. */
async function queries(): Promise<string[]> {
  const { panels } = JSON.parse(await readFile(DASHBOARD, "utf8")) as {
    panels: { targets: { expr: string }[] }[];
  };
  return panels.flatMap(({ targets }) => targets.map(({ expr }) => expr.replaceAll("$instance", ".*")));
}

test("[O43] alerts and the dashboard use only metrics that the server has", async () => {
  await using server = await startServer();
  const text = await (await server.request("/metrics")).text();
  const types = [...text.matchAll(/^# TYPE (\S+) (\w+)$/gmu)].map(([, name = "", type]) => ({ name, type }));
  const served = types.flatMap(({ name, type }) => [
    name,
    ...(type === "histogram" ? ["bucket", "count", "sum"].map((part) => `${name}_${part}`) : []),
  ]);
  for (const used of [await readFile(ALERTS, "utf8"), (await queries()).join("\n")]) {
    const names = [...used.matchAll(/\bresolved_\w+/gu)].map(([name]) => name);
    expect(names.length).toBeGreaterThan(8);
    expect(names.filter((name) => !served.includes(name))).toEqual([]);
  }
});

test("[O43] each alert says what happened, what to do, and which part of the documentation to read", async () => {
  const alerts = (await readFile(ALERTS, "utf8")).split(/^ {6}- alert: /mu).slice(1);
  const headings = [...(await readFile("docs/operations.md", "utf8")).matchAll(/^## (.+)$/gmu)].map(
    ([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\w -]/gu, "")
        .replaceAll(" ", "-"),
  );
  for (const alert of alerts) {
    expect(alert).toMatch(/^ {10}summary: .+\n {10}description: .+\n/mu);
    const [, runbook = ""] = /runbook: "docs\/operations\.md#(.+)"/u.exec(alert) ?? [];
    expect(headings, alert).toContain(runbook);
  }
});

/** What a server's metrics are for three hours, when all is well and when nothing is; one value a minute. */
const SERIES: [name: string, labels: string, well: string, badly: string][] = [
  ["up", 'job="resolved"', "1x180", "0x180"],
  ["resolved_storage_working", "", "1x180", "0x180"],
  ["resolved_writes_total", 'kind="notes",outcome="failed"', "0x180", "0+60x180"],
  ["resolved_disk_free_bytes", "", "8000000000x180", "900000000x180"],
  // The test's time begins at the epoch, so a backup was made three days before.
  ["resolved_last_backup_timestamp_seconds", "", "0x180", "-260000x180"],
  ["resolved_http_requests_total", 'method="GET",status="2xx"', "0+600x180", "0+600x180"],
  ["resolved_http_requests_total", 'method="GET",status="5xx"', "0+1x180", "0+60x180"],
  ["resolved_event_loop_delay_p99_seconds", "", "0.01x180", "0.3x180"],
  ["resolved_commit_seconds_bucket", 'of="ballots",le="0.01"', "0+60x180", "0x180"],
  ["resolved_commit_seconds_bucket", 'of="ballots",le="2"', "0+60x180", "0+60x180"],
  ["resolved_commit_seconds_bucket", 'of="ballots",le="+Inf"', "0+60x180", "0+60x180"],
  ["resolved_redis_here", "", "1x180", "0x180"],
  ["resolved_clock_ahead_seconds", "", "0.1x180", "-5x180"],
  ["resolved_pages_resident_memory_bytes", "", "300000000x180", "3000000000x180"],
  ["resolved_refused_sign_ins_total", 'by="password"', "0+1x180", "0+30x180"],
  ["resolved_build_info", 'version="1.0.0"', "1x180", "1x180"],
  ["resolved_build_info", 'version="1.1.0"', "_x180", "1x180"],
];

const promtool = (...parameters: string[]) => spawnSync("promtool", parameters, { encoding: "utf8" });

test("[O43] Prometheus loads the alerts and every query of the dashboard", async (context) => {
  if (promtool("--version").status !== 0)
    return context.skip("promtool is not installed: apt-get install promtool");
  await using folder = await temporaryFolder();
  const rules = (await queries()).map((expr, index) => ({ record: `query:${index}`, expr }));
  await writeFile(folder.in("queries.json"), JSON.stringify({ groups: [{ name: "dashboard", rules }] }));
  for (const file of [path.resolve(ALERTS), folder.in("queries.json")]) {
    const { status, stdout, stderr } = promtool("check", "rules", file);
    expect([status, stderr], stdout).toEqual([0, ""]);
  }
});

test("[O43] every alert fires where it should, and none while all is well", async (context) => {
  if (promtool("--version").status !== 0)
    return context.skip("promtool is not installed: apt-get install promtool");
  await using folder = await temporaryFolder();
  const names = [...(await readFile(ALERTS, "utf8")).matchAll(/- alert: (\w+)/gu)].map(
    ([, name = ""]) => name,
  );
  const played = (state: "well" | "badly", fire: string[]) => ({
    interval: "1m",
    input_series: SERIES.map(([name, labels, well, badly]) => ({
      series: `${name}{instance="a"${labels && `,${labels}`}}`,
      values: state === "well" ? well : badly,
    })),
    promql_expr_test: [
      {
        expr: 'count by (alertname) (ALERTS{alertstate="firing"})',
        eval_time: "170m",
        exp_samples: fire.map((name) => ({ labels: `{alertname="${name}"}`, value: 1 })),
      },
    ],
  });
  const tests = [played("well", []), played("badly", names)];
  const rules = { rule_files: [path.resolve(ALERTS)], evaluation_interval: "1m", tests };
  await writeFile(folder.in("tests.json"), JSON.stringify(rules));
  const { status, stdout, stderr } = promtool("test", "rules", folder.in("tests.json"));
  expect([status, stderr], stdout).toEqual([0, ""]);
});
