/** A Chromium without a window, and a server of local files for it: what a page posts to /result is its answer. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';

const CANDIDATES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export function findChromium(): string | undefined {
  const named = process.env['TYPHON_CHROMIUM'];
  if (named !== undefined) return named;
  for (const folder of (process.env['PATH'] ?? '').split(':'))
    for (const name of CANDIDATES) if (existsSync(join(folder, name))) return join(folder, name);
  return undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Serves the repository and one page; isolated from other origins, so that pages may share memory with workers. */
class PageServer {
  private readonly server: Server;
  private readonly page: string;
  private readonly policy: string | undefined;
  private answer!: (value: unknown) => void;
  readonly result: Promise<unknown>;

  constructor(page: string, policy: string | undefined) {
    this.page = page;
    this.policy = policy;
    this.result = new Promise((fulfil) => {
      this.answer = fulfil;
    });
    this.server = createServer((request, response) => this.serve(request, response));
  }

  async start(): Promise<string> {
    await new Promise<void>((fulfil) => this.server.listen(0, '127.0.0.1', fulfil));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  private serve(request: IncomingMessage, response: ServerResponse): void {
    const path = new URL(request.url!, 'http://localhost').pathname;
    if (path === '/result') {
      this.receive(request, response);
      return;
    }
    const file = resolve(`.${path}`);
    const isKnown = file.startsWith(resolve('.')) && existsSync(file);
    response.writeHead(path === '/' || isKnown ? 200 : 404, {
      'Content-Type': path === '/' ? TYPES['.html'] : (TYPES[extname(path)] ?? 'application/octet-stream'),
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      ...(path === '/' && this.policy !== undefined ? { 'Content-Security-Policy': this.policy } : {}),
    });
    response.end(path === '/' ? this.page : isKnown ? readFileSync(file) : '');
  }

  private receive(request: IncomingMessage, response: ServerResponse): void {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      response.end();
      this.answer(JSON.parse(body));
    });
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

const PATIENCE_MS = 120_000;

/** What scripts of pages have to name where a policy asks for it: `script-src 'nonce-typhon'`. */
const NONCE = 'typhon';

/** Opens a page whose script is a module with `report(value)` to answer with; `policy` is what the page may do (CSP). */
export async function runInPage(chromium: string, script: string, policy?: string): Promise<unknown> {
  const report = `const report = (value) => fetch('/result', { method: 'POST', body: JSON.stringify(value) });
addEventListener('error', (event) => report({ error: String(event.message) }));
addEventListener('unhandledrejection', (event) => report({ error: String(event.reason?.stack ?? event.reason) }));`;
  const page = `<!doctype html><title>test</title><script nonce="${NONCE}">${report}</script><script nonce="${NONCE}" type="module">${script}</script>`;
  const server = new PageServer(page, policy);
  const profile = mkdtempSync(join(tmpdir(), 'typhon-chromium-'));
  const url = await server.start();
  const browser = spawn(
    chromium,
    ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', `--user-data-dir=${profile}`, url],
    { stdio: 'ignore' },
  );
  try {
    return await Promise.race([server.result, gaveUp(browser)]);
  } finally {
    await ended(browser);
    server.stop();
    // Its helpers write on for a moment.
    await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

function gaveUp(browser: ChildProcess): Promise<never> {
  return new Promise((_fulfil, reject) => {
    const timer = setTimeout(() => reject(new Error('the page has not answered')), PATIENCE_MS);
    timer.unref();
    browser.once('error', reject);
    browser.once('exit', (code) => reject(new Error(`Chromium has ended with ${code}`)));
  });
}

function ended(browser: ChildProcess): Promise<void> {
  return new Promise((fulfil) => {
    if (browser.exitCode !== null || browser.signalCode !== null) fulfil();
    browser.once('exit', () => fulfil());
    browser.kill();
  });
}
