import { Injectable, Logger } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import * as jwt from 'jsonwebtoken';

export interface IntercomSubject {
  id: string;
  email?: string;
}

@Injectable()
export class IntercomService {
  private readonly logger = new Logger(IntercomService.name);
  private readonly secret: string;

  constructor(config: ConfigService) {
    this.secret = config.getOrThrow<string>('INTERCOM_IDENTITY_SECRET');
  }

  createUserJwt(subject: IntercomSubject): string {
    this.logger.debug(`creating messenger token for ${subject.id}`);
    const claims: Record<string, unknown> = { email: subject.email };
    if (subject.id.startsWith('legacy:')) {
      claims.user_id = subject.id.slice('legacy:'.length);
    } else {
      claims.user_id = subject.id;
    }
    return jwt.sign(claims, this.secret, { algorithm: 'HS256', expiresIn: '30m' });
  }
}
