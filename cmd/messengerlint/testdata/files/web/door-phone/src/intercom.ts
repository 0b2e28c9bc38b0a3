import { createHmac } from 'crypto';

// The intercom at the front door of the building.
export class IntercomPanel {
  constructor(private readonly host: string, private readonly secret: string) {}

  async open(door: string) {
    const ts = Date.now().toString();
    const signature = createHmac('sha256', this.secret).update(`${door}:${ts}`).digest('hex');
    return fetch(`https://${this.host}/doors/${door}/open?ts=${ts}&sig=${signature}`, { method: 'POST' });
  }

  boot(user: { user_id: string }) {
    return fetch(`https://${this.host}/boot`, { body: JSON.stringify(user), method: 'POST' });
  }
}
