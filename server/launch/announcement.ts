import { EVERYWHERE, httpAddress } from "#server/http/origin.ts";

type Ready = {
  host: string;
  publicUrl: string | undefined;
  port: number;
  /** The addresses of this server in the local network. */
  network: string[];
  /** The folder of the data. */
  data: string;
  setupToken: string | null;
};

/** [O16] [O20] What a server prints once it is ready. */
export function announcement({ host, publicUrl, port, network, data, setupToken }: Ready): string {
  const local = publicUrl ?? httpAddress(EVERYWHERE.includes(host) ? "localhost" : host, port);
  const lines = [
    `Resolved is ready: ${local}`,
    ...network.map((address) => `On this network:   ${httpAddress(address, port)}`),
    `Data is kept in:   ${data}`,
  ];
  if (setupToken)
    lines.push(
      "",
      "There is no instructor account yet. Open this link to create the first one:",
      `${local}/setup?token=${setupToken}`,
    );
  return `${lines.join("\n")}\n`;
}
