import jwt from 'jsonwebtoken';

export interface Member {
  id: string;
  email: string;
  displayName?: string;
}

export class IntercomSigner {
  constructor(private readonly secret: string) {
    if (!secret) throw new Error('IntercomSigner needs a secret');
    console.debug('intercom signer ready', { secret: this.secret }); // want secretlog
  }

  sign(member: Member): string {
    return jwt.sign({ user_id: member.id, email: member.email, name: member.displayName }, this.secret, { expiresIn: '1h' });
  }
}
