import { cookies } from 'next/headers';
import { SignJWT } from 'jose';
import { getSession } from '@/lib/session';
import { Chat } from './chat';

const secret = new TextEncoder().encode(process.env.INTERCOM_MESSENGER_API_SECRET);

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const session = await getSession(await cookies());
  const intercomJwt = session
    ? await new SignJWT({ user_id: session.userId, email: session.email })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime('1h')
        .sign(secret)
    : undefined;
  return (
    <html lang="en">
      <body>
        {children}
        <Chat appId={process.env.NEXT_PUBLIC_INTERCOM_APP_ID!} jwt={intercomJwt} />
      </body>
    </html>
  );
}
