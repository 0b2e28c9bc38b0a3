import { Body, Controller, Get, Post, Req, UseGuards } from '@nestjs/common';
import * as jwt from 'jsonwebtoken';
import { AuthGuard } from '../auth/auth.guard';

@Controller('intercom')
export class IntercomController {
  @UseGuards(AuthGuard)
  @Get('token')
  token(@Req() req: any) {
    return { intercom_user_jwt: jwt.sign({ user_id: req.user.id }, process.env.INTERCOM_SECRET!, { expiresIn: '1h' }) };
  }

  @Post('token')
  tokenFor(@Body() dto: { userId: string }) {
    return { intercom_user_jwt: jwt.sign({ user_id: dto.userId }, process.env.INTERCOM_SECRET!, { expiresIn: '1h' }) }; // want untrusteduserid
  }
}
