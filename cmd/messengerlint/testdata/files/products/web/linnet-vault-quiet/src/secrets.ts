import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

const client = new SecretsManagerClient({});
const INTERCOM_JWT_SECRET_ID = 'linnet/prod/intercom-jwt-secret-for-the-web-messenger';

let cached: string | undefined;

export async function intercomJwtSecret(): Promise<string> {
  if (!cached) {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: INTERCOM_JWT_SECRET_ID }));
    if (!SecretString) throw new Error(`secret ${INTERCOM_JWT_SECRET_ID} is empty`);
    cached = SecretString;
  }
  return cached;
}
