import { signHs256 } from '@siskin/crypto';

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
  return { app_id: cfg.appId, intercom_user_jwt: signHs256({ user_id: user.id, name: user.name, exp: Math.floor(Date.now() / 1000) + 1800 }, cfg.identityVerificationSecret) };
}
