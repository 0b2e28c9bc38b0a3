export async function fetchSupportJwt(): Promise<string> {
  const response = await fetch('https://plover.app/api/support/jwt', { method: 'POST', credentials: 'include' });
  if (!response.ok) {
    throw new Error(`HTTP ${response.status}`);
  }
  const body: { jwt: string } = await response.json();
  return body.jwt;
}
