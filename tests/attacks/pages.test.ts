import { connect } from "node:net";
import { expect, test } from "vitest";
import { startProgram } from "#tests/support/program.ts";

/** The status of the answer to exactly this text. */
async function statusOf(url: string, text: string): Promise<number> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(text);
  let answer = "";
  for await (const chunk of socket) answer += String(chunk);
  return Number(/^HTTP\/1\.1 (\d{3})/u.exec(answer)?.[1]);
}

const ACTION = "next-action: 7f00000000000000000000000000000000000000ab\r\n";
const ODD: [status: number, line: string, headers?: string, body?: string][] = [
  [400, "GET *"],
  [400, "OPTIONS *"],
  [400, "GET http://evil.example/join"],
  [400, "GET https://evil.example/healthz"],
  [400, "POST http://evil.example/api/sessions"],
  [405, "POST /join", `${ACTION}content-type: text/plain;charset=UTF-8\r\n`, "[]"],
  [405, "POST /s/ABC234", "content-type: multipart/form-data; boundary=x\r\n", "--x--"],
  [405, "POST /dashboard", `${ACTION}content-type: application/x-www-form-urlencoded\r\n`, "a=b"],
  [405, "POST /", "transfer-encoding: chunked\r\n", "2\r\n[]\r\n0\r\n\r\n"],
  [405, "PUT /join"],
  [405, "DELETE /s/ABC234"],
  [405, "TRACE /"],
  [405, "PROPFIND /"],
  [405, "OPTIONS /join"],
];

test("[O10] server-action posts, targets that are not paths, and odd methods are refused, with one log line in all and no stack", async () => {
  await using program = await startProgram({ variables: { LOG_LEVEL: "info" } });
  const before = program.output.length;
  for (let round = 0; round < 20; round += 1)
    for (const [status, line, headers = "", body = ""] of ODD) {
      const length = headers.includes("chunked") ? "" : `content-length: ${body.length}\r\n`;
      const text = `${line} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${headers}${length}\r\n${body}`;
      expect([line, await statusOf(program.url, text)]).toEqual([line, status]);
    }
  const lines = program.output.slice(before).split("\n").filter(Boolean);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain("stack");
});
