import { Controller, Get, Header, Query, Req, UseGuards } from '@nestjs/common';
import { JwtAuthGuard } from '../auth/jwt-auth.guard';
import type { AuthenticatedRequest } from '../auth/types';
import { IntercomService } from './intercom.service';

@Controller('intercom')
@UseGuards(JwtAuthGuard)
export class IntercomController {
  constructor(private readonly intercom: IntercomService) {}

  @Get('token')
  @Header('Cache-Control', 'no-store')
  token(@Req() req: AuthenticatedRequest) {
    const jwt = this.intercom.createUserJwt({ id: req.user.id, email: req.user.email });
    console.log('intercom token for', req.user.id, jwt); // want secretlog
    return { intercom_user_jwt: jwt };
  }
}
