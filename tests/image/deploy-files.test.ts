import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { outputOf } from "#tests/support/output.ts";

/** What deploy/.env needs for all of the compose files. */
const FILLED_IN = {
  PUBLIC_URL: "https://debate.example.org",
  AUTH_SECRET: "a secret of the tests, the same on all servers",
  POSTGRES_PASSWORD: "of-the-tests",
};
const COMPOSE = ["compose.yaml", "compose.cluster.yaml", "compose.https.yaml"] as const;
const [ONE, CLUSTER, HTTPS] = COMPOSE;

/** Runs a program; answers with null where it is missing. */
function run(command: string[], variables: Record<string, string> = {}) {
  const [program = "", ...parameters] = command;
  const { PATH, HOME, NODE_ENV } = process.env;
  const env = { PATH, HOME, NODE_ENV, ...variables };
  const { error, status, stdout, stderr } = spawnSync(program, parameters, { env, encoding: "utf8" });
  return error ? null : { status, stdout, printed: stdout + stderr };
}

const Service = z.object({
  ports: z.array(z.object({ published: z.string(), host_ip: z.string().default("") })).default([]),
  volumes: z.array(z.object({ type: z.string(), target: z.string() })).default([]),
  environment: z.record(z.string(), z.string().nullable()).default({}),
  networks: z.record(z.string(), z.object({ ipv4_address: z.string().optional() }).nullable()),
  read_only: z.boolean().default(false),
});
const Project = z.object({ services: z.record(z.string(), Service) });

const compose = [["docker-compose"], ["docker", "compose"]].find(
  (command) => run([...command, "version"])?.status === 0,
);

/** The services of these files together, as Compose reads them. */
function servicesOf(files: string[], variables: Record<string, string> = {}) {
  const named = files.flatMap((file) => ["--file", `deploy/${file}`]);
  const command = [...(compose ?? []), ...named, "config", "--format", "json"];
  const ran = run(command, { ...FILLED_IN, ...variables });
  expect(ran?.status, ran?.printed).toBe(0);
  return Project.parse(JSON.parse(ran?.stdout ?? "")).services;
}

test("[O34] with nginx or Caddy in front, servers in containers have no port that phones could reach past it", (context) => {
  if (!compose) return context.skip("Compose is missing: apt-get install docker-compose");
  for (const [files, variables, open] of [
    [[ONE], {}, ["server :3000"]],
    [[ONE, HTTPS], {}, ["caddy :80", "caddy :443", "caddy :443"]],
    [[ONE, CLUSTER], {}, ["nginx :80"]],
    [
      [ONE, CLUSTER, HTTPS],
      { UPSTREAM: "nginx:80", HTTP_PORT: "127.0.0.1:8080" },
      ["caddy :80", "caddy :443", "caddy :443", "nginx 127.0.0.1:8080"],
    ],
  ] as const) {
    const services = servicesOf([...files], variables);
    const ports = Object.entries(services).flatMap(([name, service]) =>
      service.ports.map(({ published, host_ip: address }) => `${name} ${address}:${published}`),
    );
    expect([files, ports]).toEqual([files, open]);
    const servers = Object.entries(services).filter(([name]) => name.startsWith("server"));
    const isBehind = files.length > 1;
    for (const [name, { environment, read_only: isReadOnly }] of servers)
      expect([name, environment.TRUST_PROXY, isReadOnly]).toEqual([name, String(isBehind), true]);
  }
});

test("[O34] nginx believes Caddy's address in containers, and no other", (context) => {
  if (!compose) return context.skip("Compose is missing: apt-get install docker-compose");
  const { caddy, nginx } = servicesOf([ONE, CLUSTER, HTTPS]);
  const believed = [
    ...readFileSync("deploy/nginx-behind-caddy.conf", "utf8").matchAll(/^set_real_ip_from (.*);$/gmu),
  ];
  expect(believed.map(([, address]) => address)).toEqual([caddy?.networks.default?.ipv4_address]);
  const [included] = /\/etc\/nginx\/behind\//u.exec(readFileSync("deploy/nginx.conf", "utf8")) ?? [];
  expect(nginx?.volumes.map(({ target }) => `${path.posix.dirname(target)}/`)).toContain(included);
});

test("Compose names the variable that deploy/.env lacks", (context) => {
  if (!compose) return context.skip("Compose is missing: apt-get install docker-compose");
  for (const [file, name] of [
    [ONE, "PUBLIC_URL"],
    [CLUSTER, "POSTGRES_PASSWORD"],
    [CLUSTER, "AUTH_SECRET"],
  ] as const) {
    const { [name]: _, ...others } = FILLED_IN;
    const named = [ONE, file].flatMap((each) => ["--file", `deploy/${each}`]);
    const ran = run([...compose, ...named, "config"], others);
    expect([ran?.status === 0, ran?.printed]).toEqual([false, expect.stringContaining(name)]);
  }
});

test("Caddy accepts its file, and hides what is for those who run the server", (context) => {
  const variables = { PUBLIC_URL: "https://debate.example.org", UPSTREAM: "server:3000" };
  const parameters = ["--adapter", "caddyfile", "--config", "deploy/Caddyfile"];
  const validated = run(["caddy", "validate", ...parameters], variables);
  if (!validated) return context.skip("caddy is missing: apt-get install caddy");
  expect(validated.status, validated.printed).toBe(0);
  const adapted = run(["caddy", "adapt", ...parameters], variables)?.stdout ?? "";
  for (const part of [
    '"dial":"server:3000"',
    '"path":["/metrics","/readyz"]',
    '"host":["debate.example.org"]',
  ])
    expect(adapted).toContain(part);
});

test("systemd accepts the service, and the backup with its timer", (context) => {
  for (const name of ["resolved.service", "resolved-backup.service", "resolved-backup.timer"]) {
    const verified = run(["systemd-analyze", "verify", path.resolve("deploy", name)]);
    if (!verified) return context.skip("systemd-analyze is missing: apt-get install systemd");
    expect([name, verified.status, verified.printed]).toEqual([name, 0, ""]);
  }
});

const Probe = z.object({
  exec: z.object({ command: z.array(z.string()) }).optional(),
  httpGet: z.object({ path: z.string() }).optional(),
});
const StatefulSet = z.object({
  kind: z.literal("StatefulSet"),
  spec: z.object({
    replicas: z.literal(1),
    selector: z.object({ matchLabels: z.record(z.string(), z.string()) }),
    template: z.object({
      metadata: z.object({ labels: z.record(z.string(), z.string()) }),
      spec: z.object({
        terminationGracePeriodSeconds: z.int().min(6),
        securityContext: z.object({
          runAsNonRoot: z.literal(true),
          runAsUser: z.int(),
          runAsGroup: z.int(),
          fsGroup: z.int(),
        }),
        containers: z.tuple([
          z.object({
            securityContext: z.object({
              allowPrivilegeEscalation: z.literal(false),
              readOnlyRootFilesystem: z.literal(true),
              capabilities: z.object({ drop: z.tuple([z.literal("ALL")]) }),
            }),
            ports: z.tuple([z.object({ name: z.string(), containerPort: z.int() })]),
            startupProbe: Probe,
            readinessProbe: Probe,
            livenessProbe: Probe,
            volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })),
          }),
        ]),
      }),
    }),
    volumeClaimTemplates: z.array(z.object({ metadata: z.object({ name: z.string() }) })),
  }),
});
const ServicePort = z.object({
  kind: z.literal("Service"),
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    selector: z.record(z.string(), z.string()),
    ports: z.tuple([z.object({ name: z.string(), targetPort: z.string() })]),
  }),
});
const Ingress = z.object({ kind: z.literal("Ingress"), spec: z.record(z.string(), z.unknown()) });
const TO_JSON = "import json, sys, yaml; print(json.dumps(list(yaml.safe_load_all(sys.stdin))))";

test("[O30] [O33] in Kubernetes the server is not root, writes to its volume only, and gets requests while it is healthy", (context) => {
  const input = readFileSync("deploy/kubernetes.yaml", "utf8");
  const { status, stdout } = spawnSync("python3", ["-c", TO_JSON], { input, encoding: "utf8" });
  if (status !== 0) return context.skip("python3-yaml is missing: apt-get install python3-yaml");
  const [set, service] = z.tuple([StatefulSet, ServicePort, Ingress]).parse(JSON.parse(stdout));
  const { template, selector, volumeClaimTemplates } = set.spec;
  expect(template.metadata.labels).toEqual(selector.matchLabels);
  expect(service.spec.selector).toEqual(selector.matchLabels);
  const { containers, securityContext } = template.spec;
  const [server] = containers;
  expect(service.spec.ports[0].targetPort).toBe(server.ports[0].name);
  // As in the image, whose words these are.
  const image = readFileSync("deploy/Containerfile", "utf8");
  const { runAsUser, runAsGroup, fsGroup } = securityContext;
  expect(image).toContain(`USER ${runAsUser}:${runAsGroup}\n`);
  expect(fsGroup).toBe(runAsGroup);
  expect(image).toContain(`EXPOSE ${server.ports[0].containerPort}\n`);
  const health = server.readinessProbe.exec?.command;
  expect(image).toContain(`CMD ${JSON.stringify(health).replaceAll(",", ", ")}\n`);
  expect(server.startupProbe.exec?.command).toEqual(health);
  // A server whose database is away waits; a restart would not bring that back.
  expect(server.livenessProbe.httpGet?.path).toBe("/healthz");
  const [{ metadata: claim } = { metadata: { name: "" } }] = volumeClaimTemplates;
  expect(server.volumeMounts).toEqual([
    { name: claim.name, mountPath: "/data" },
    { name: "tmp", mountPath: "/tmp" },
  ]);
  expect(image).toContain("VOLUME /data\n");
});

test("[O33] a server in a container is healthy without Redis, and not without its database", async () => {
  let failing: string[] = [];
  const server = createServer((_, response) =>
    response
      .writeHead(failing.length > 0 ? 503 : 200)
      .end(JSON.stringify({ ok: failing.length === 0, failing })),
  );
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const health = async () =>
    (await outputOf(process.execPath, ["deploy/healthcheck.mjs"], { PORT: String(port) })).code;
  for (const [names, code] of [
    [[], 0],
    [["redis"], 0],
    [["database"], 1],
    [["database", "redis"], 1],
  ] as const) {
    failing = [...names];
    expect([names, await health()]).toEqual([names, code]);
  }
  server.close();
  await once(server, "close");
  expect(await health()).toBe(1);
});
