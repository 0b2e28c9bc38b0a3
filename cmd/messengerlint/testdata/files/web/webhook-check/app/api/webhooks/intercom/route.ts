import crypto from 'crypto';
import { NextRequest, NextResponse } from 'next/server';

export async function POST(request: NextRequest) {
  const raw = await request.text();
  const signature = request.headers.get('x-hub-signature') ?? '';
  const expected = 'sha1=' + crypto.createHmac('sha1', process.env.INTERCOM_CLIENT_SECRET!).update(raw).digest('hex');
  if (!crypto.timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) {
    return NextResponse.json({ ok: false }, { status: 401 });
  }
  return NextResponse.json({ ok: true });
}
