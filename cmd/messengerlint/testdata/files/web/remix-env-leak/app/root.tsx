import { json } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';

export async function loader() {
  return json({
    ENV: {
      INTERCOM_APP_ID: process.env.INTERCOM_APP_ID,
      INTERCOM_IDENTITY_SECRET: process.env.INTERCOM_IDENTITY_SECRET, // want frontendkey
    },
  });
}

export default function App() {
  const data = useLoaderData<typeof loader>();
  return (
    <html lang="en">
      <body>
        <Outlet />
        <script dangerouslySetInnerHTML={{ __html: `window.ENV = ${JSON.stringify(data.ENV)}` }} />
      </body>
    </html>
  );
}
