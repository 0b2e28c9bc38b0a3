import jwt from 'jsonwebtoken';

export interface Member {
  id: string;
  email: string;
  displayName?: string;
}

export class IntercomSigner {
  constructor(private readonly secret: string) {
    if (!secret) throw new Error('IntercomSigner needs a secret');
  }

  sign(member: Member): string {
    return jwt.sign({ 'user_id': member.id, sub: member.id, email: member.email }, this.secret, { expiresIn: '1h' });
  }
}
