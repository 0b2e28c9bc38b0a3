/** identity verification for the messenger: asked from the API, which holds the key */
export async function intercomHash() {
  const res = await fetch(`${process.env.REACT_APP_API_URL}/messenger/hash`, { credentials: 'include' });
  return (await res.json()).hash;
}
