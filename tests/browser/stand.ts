/**
 * A stand-in for the web: one HTTPS server that answers for every host from fixtures, behind a logging proxy.
 * Everything a browser sends passes the proxy, so what is not in its log was not sent.
 */
import { readFileSync } from 'node:fs';
import {
  createServer as createHttp,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Hosts that the browsers call by themselves, whatever is installed. */
const BROWSER_OWN =
  /(^|\.)(google\.com|googleapis\.com|gstatic\.com|googleusercontent\.com|gvt1\.com|mozilla\.(com|net|org)|firefox\.com|digicert\.com|mozgcp\.net)$/;

export interface Stand {
  proxyPort: number;
  /** Every request that reached the stand-in server, as "host path". */
  requests: string[];
  /** Every host that the proxy was asked for, the browser's own left out. */
  hosts: string[];
  /** Serves `html` at https://host/path. */
  serve(host: string, path: string, html: string): void;
  /** Resolves when a request for `host path` has arrived. */
  arrived(request: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts server and proxy on free ports of this machine. */
export async function startStand(): Promise<Stand> {
  const pages = new Map<string, string>();
  const requests: string[] = [];
  const hosts: string[] = [];
  const waiting: { request: string; resolve: () => void }[] = [];
  const sockets = new Set<Socket>();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const path = new URL(request.url ?? '/', 'https://x').pathname;
    if (!BROWSER_OWN.test(host)) requests.push(`${host} ${path}`);
    for (const { resolve } of waiting.filter((entry) => entry.request === `${host} ${path}`)) resolve();
    const html = pages.get(`${host} ${path}`);
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html ?? 'nothing here');
  };
  const options = {
    key: readFileSync(join(HERE, 'certificate', 'key.pem')),
    cert: readFileSync(join(HERE, 'certificate', 'cert.pem')),
  };
  const secure = await listen(createHttps(options, answer));
  const plain = await listen(createHttp(answer));
  const proxy = createHttp((request, response) => {
    note(hosts, new URL(request.url ?? '', 'http://none.example').hostname);
    answer(request, response);
  });
  proxy.on('connect', (request, client: Socket) => {
    const [host = '', port = '443'] = (request.url ?? '').split(':');
    note(hosts, host);
    const target = port === '80' ? plain : secure;
    const server = connect((target.address() as AddressInfo).port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      server.pipe(client);
      client.pipe(server);
    });
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => other.destroy());
    }
  });
  await listen(proxy);
  return {
    proxyPort: (proxy.address() as AddressInfo).port,
    requests,
    hosts,
    serve: (host, path, html) => pages.set(`${host} ${path}`, html),
    arrived: (request) =>
      requests.includes(request)
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push({ request, resolve });
          }),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all([secure, plain, proxy].map(shut));
    },
  };
}

function note(hosts: string[], host: string): void {
  if (!BROWSER_OWN.test(host)) hosts.push(host);
}

function listen(server: Server): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

function shut(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
