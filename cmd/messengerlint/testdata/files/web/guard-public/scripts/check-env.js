if (process.env.NEXT_PUBLIC_INTERCOM_SECRET) {
  throw new Error('NEXT_PUBLIC_INTERCOM_SECRET must not be set: it would ship to the browser');
}
console.log('INTERCOM_SECRET set:', !!process.env.INTERCOM_SECRET);
