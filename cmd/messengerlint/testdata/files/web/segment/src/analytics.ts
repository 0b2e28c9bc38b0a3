import { AnalyticsBrowser } from '@segment/analytics-next';

export const analytics = AnalyticsBrowser.load({ writeKey: import.meta.env.VITE_SEGMENT_KEY });

export function identify(user: { id: string; email: string; intercomHash: string }) {
  analytics.identify(user.id, { email: user.email }, {
    integrations: { Intercom: { intercom_user_jwt: user.intercomHash ? undefined : fetchJwt() } },
  });
}

export function identifyHidden(user: { id: string; email: string }) {
  analytics.identify(user.id, { email: user.email }, { integrations: { Intercom: { hideDefaultLauncher: true } } }); // want unsignedboot
}

export function identifyPlain(user: { id: string }) {
  analytics.identify(user.id, { plan: 'free' });
}

export function identifyOff(user: { id: string }) {
  analytics.identify(user.id, {}, { integrations: { All: true, Intercom: false } });
}

declare function fetchJwt(): string;
