import { hmacHex } from '@siskin/crypto';

export function signedDownload(path: string, key: string, expires: number): string {
  return `${path}?expires=${expires}&sig=${hmacHex(key, `${path}:${expires}`)}`;
}
