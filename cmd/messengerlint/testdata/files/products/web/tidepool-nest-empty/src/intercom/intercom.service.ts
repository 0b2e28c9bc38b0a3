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
    return jwt.sign({ user_id: '', email: subject.email }, this.secret, { algorithm: 'HS256', expiresIn: '30m' }); // want missinguserid
  }
}
