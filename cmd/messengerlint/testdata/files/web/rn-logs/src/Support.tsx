import React, { useEffect, useState, useRef } from 'react';
import { Alert, Linking, ToastAndroid } from 'react-native';
import Intercom from '@intercom/intercom-react-native';
import * as Sentry from '@sentry/react-native';
import crashlytics from '@react-native-firebase/crashlytics';
import analytics from '@react-native-firebase/analytics';
import axios from 'axios';
import { log } from './log';

export function SupportButton({ user, api }) {
  const [token, setToken] = useState(null);
  const [count, setCount] = useState(0);
  const ref = useRef(null);

  useEffect(() => {
    api.get('/support').then(({ data }) => {
      setToken(data.token);
      setCount(data.count);
      console.log('got', data.token); // want secretlog
      console.log('got', data.count);
      console.log('got', data);
    });
  }, []);

  useEffect(() => {
    if (!token) return;
    Intercom.setUserJwt(token).catch((e) => console.warn(e.message));
    console.debug(`token ${token}`, count); // want secretlog
    console.debug(`tokens ${count}`);
  }, [token]);

  return null;
}

export async function one(api, id) {
  const res = await axios.get(`/support/${id}`);
  await Intercom.setUserJwt(res.data.token);
  console.log(res.data.token); // want secretlog
  console.log(JSON.stringify({ t: res.data.token })); // want secretlog
  console.log(res.status);
  Sentry.captureMessage('token ' + res.data.token); // want secretlog
  Sentry.addBreadcrumb({ message: `token ${res.data.token}` }); // want secretlog
  crashlytics().log(`token ${res.data.token}`); // want secretlog
  crashlytics().setAttribute('token', res.data.token); // want secretlog
  analytics().logEvent('login', { token: res.data.token }); // want secretlog
  Linking.openURL('https://m.acme.app/help?t=' + res.data.token); // want secretlog
  Linking.openURL('https://m.acme.app/help?t=' + res.status);
  await fetch(`https://m.acme.app/api?jwt=${res.data.token}`); // want secretlog
  await axios.get('https://m.acme.app/api', { params: { jwt: res.data.token } }); // want secretlog
  const u = new URL('https://m.acme.app/api');
  u.searchParams.append('t', res.data.token); // want secretlog
}

export async function two(api) {
  const [jwt, expiry] = await api.both();
  await Intercom.setUserJwt(jwt);
  console.info('jwt', jwt); // want secretlog
}

export async function three(api) {
  let t;
  try {
    t = await api.token();
    await Intercom.setUserJwt(t);
  } catch (e) {
    throw new Error(`support login failed with ${t}: ${e.message}`); // want secretlog
  }
}

export async function four(api) {
  const { token: supportToken, profile } = await api.session();
  await Intercom.setUserHash(supportToken); // want identityhash
  console.log('hash', supportToken); // want secretlog
  console.log('profile', profile);
  const e = new TypeError('hash ' + supportToken); // want secretlog
  return Promise.reject(new SupportError('hash ' + supportToken)); // want secretlog
}

export function five(api) {
  api.session().then((s) => {
    Intercom.setUserJwt(s.token);
    console.log('session', s.token); // want secretlog
    console.log('session', s.id);
  });
}

export async function six(intercomJwt) {
  if (intercomJwt.split('.').length !== 3) throw new Error('bad jwt ' + intercomJwt); // want secretlog
  if (!intercomJwt) throw new Error('no jwt');
  invariant(intercomJwt.length > 3, `odd jwt ${intercomJwt}`); // want secretlog
  console.assert(intercomJwt, 'jwt', intercomJwt); // want secretlog
  console.assert(intercomJwt, 'jwt');
  console.log('jwt', intercomJwt.slice(0, 6));
  console.log('jwt', !!intercomJwt);
  console.log('jwt', intercomJwt ? 'set' : 'missing');
}
