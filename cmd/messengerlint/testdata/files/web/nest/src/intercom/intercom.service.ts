import { Injectable, UnauthorizedException } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { JwtService } from '@nestjs/jwt';
import { createHmac } from 'crypto';

interface AppUser { id: string; email: string }

@Injectable()
export class IntercomService {
  private readonly secret: string;

  constructor(private readonly config: ConfigService, private readonly jwtService: JwtService) {
    this.secret = this.config.getOrThrow<string>('INTERCOM_IDENTITY_VERIFICATION_SECRET');
  }

  userHash(user: AppUser): string {
    return createHmac('sha256', this.secret).update(user.id).digest('hex'); // want identityhash
  }

  async messengerToken(user: AppUser): Promise<string> {
    if (!user) throw new UnauthorizedException();
    return this.jwtService.signAsync(
      { user_id: user.id, email: user.email },
      { secret: this.secret, expiresIn: '1h', algorithm: 'HS256' },
    );
  }

  messengerTokenWithoutId(user: AppUser): string {
    return this.jwtService.sign({ email: user.email }, { secret: this.secret, expiresIn: '1h' }); // want missinguserid
  }
}
