import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

@Injectable()
export class SessionService {
  constructor(private readonly jwt: JwtService) {}

  accessToken(userId: string): string {
    return this.jwt.sign({ sub: userId }, { expiresIn: '15m' });
  }

  refreshToken(userId: string): string {
    return this.jwt.sign({ sub: userId, typ: 'refresh' }, { expiresIn: '30d' });
  }
}
