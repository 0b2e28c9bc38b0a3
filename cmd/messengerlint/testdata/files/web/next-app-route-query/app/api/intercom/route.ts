import { NextRequest, NextResponse } from 'next/server';
import jwt from 'jsonwebtoken';

const secret = process.env.INTERCOM_IDENTITY_VERIFICATION_SECRET;

export async function GET(request: NextRequest) {
  const userId = request.nextUrl.searchParams.get('userId');
  if (!userId) {
    return NextResponse.json({ error: 'userId is required' }, { status: 400 });
  }
  const intercomJwt = jwt.sign({ user_id: userId }, secret as string, { expiresIn: '30m' }); // want untrusteduserid
  return NextResponse.json({ intercom_user_jwt: intercomJwt });
}
