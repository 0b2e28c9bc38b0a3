declare global {
  interface Window { Intercom: any }
}

interface User { id: string; email: string; fullName?: string }

const base = { app_id: 'abcd1234', hide_default_launcher: true };

export function identify(user: User): void {
  const settings: Record<string, unknown> = { ...base, user_id: user.id };
  if (user.fullName) settings.name = user.fullName;
  window.Intercom('boot', settings); // want unsignedboot
}

export function update({ id: user_id, email }: User) {
  window.Intercom('update', { user_id, email }); // want unsignedboot
}

export const hide = () => window.Intercom('update', { ...base });
