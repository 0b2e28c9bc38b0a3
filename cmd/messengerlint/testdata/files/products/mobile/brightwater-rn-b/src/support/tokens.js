export async function fetchIntercomJwt(platform) {
  const response = await fetch(`https://my.brightwater.co.uk/api/intercom/${platform}/token`, {
    method: 'POST',
    credentials: 'include',
  });
  if (!response.ok) {
    throw new Error(`token endpoint answered ${response.status}`);
  }
  const { jwt } = await response.json();
  return jwt;
}
