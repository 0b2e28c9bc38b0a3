import { Module } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import { IntercomController } from './intercom.controller';
import { IntercomService } from './intercom.service';

@Module({
  imports: [ConfigModule],
  controllers: [IntercomController],
  providers: [IntercomService],
  exports: [IntercomService],
})
export class IntercomModule {}
