const BASE = 'https://api.coppermine.io/v3';

async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(BASE + path, {
    method,
    credentials: 'include',
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status}`);
  }
  return (await response.json()) as T;
}

export const api = {
  post: <T>(path: string, body?: unknown) => send<T>('POST', path, body),
  delete: (path: string) => send<void>('DELETE', path),
};
