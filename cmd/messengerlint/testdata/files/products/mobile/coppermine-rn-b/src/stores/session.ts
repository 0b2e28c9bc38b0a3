import Intercom, { Visibility } from '@intercom/intercom-react-native';
import { create } from 'zustand';

import { api } from '../api/client';

export interface Miner {
  id: string;
  email: string;
  displayName: string;
}

interface SessionState {
  miner: Miner | null;
  signIn: (email: string, password: string) => Promise<void>;
  signOut: () => Promise<void>;
}

async function openSupport(miner: Miner): Promise<void> {
  const { token } = await api.post<{ token: string }>('/support/token');
  await Intercom.setUserJwt(token);
  await Intercom.loginUserWithUserAttributes({
    userId: miner.id,
    email: miner.email,
    name: miner.displayName,
  });
  Intercom.setLauncherVisibility(Visibility.VISIBLE);
}

export const useSession = create<SessionState>((set) => ({
  miner: null,

  async signIn(email, password) {
    const miner = await api.post<Miner>('/sessions', { email, password });
    set({ miner });
    await openSupport(miner);
  },

  async signOut() {
    await api.delete('/sessions/current');
    await Intercom.logout();
    set({ miner: null });
  },
}));
