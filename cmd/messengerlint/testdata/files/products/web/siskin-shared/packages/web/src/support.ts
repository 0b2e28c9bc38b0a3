import { hmacHex } from '@siskin/crypto';

export interface SupportConfig {
  appId: string;
  identityVerificationSecret: string;
}

export function loadSupportConfig(env: NodeJS.ProcessEnv): SupportConfig {
  const secret = env.INTERCOM_IDENTITY_VERIFICATION_SECRET;
  if (!secret) throw new Error('INTERCOM_IDENTITY_VERIFICATION_SECRET is not set');
  return { appId: env.INTERCOM_APP_ID ?? '', identityVerificationSecret: secret };
}

export function intercomSettings(cfg: SupportConfig, user: { id: string; name: string }) {
  return { app_id: cfg.appId, user_id: user.id, user_hash: hmacHex(cfg.identityVerificationSecret, user.id) }; // want identityhash
}
