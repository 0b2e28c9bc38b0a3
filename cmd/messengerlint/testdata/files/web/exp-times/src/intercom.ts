import jwt from 'jsonwebtoken';
import dayjs from 'dayjs';
import moment from 'moment';
import { addHours, getUnixTime } from 'date-fns';

const KEY = process.env.INTERCOM_JWT_SECRET!;
const HOUR = 60 * 60;
const now = () => Math.floor(Date.now() / 1000);

export const intercomJwt1 = (id: string) => jwt.sign({ user_id: id, exp: now() + HOUR }, KEY);
export const intercomJwt2 = (id: string) => jwt.sign({ user_id: id, exp: dayjs().add(1, 'hour').unix() }, KEY);
export const intercomJwt3 = (id: string) => jwt.sign({ user_id: id, exp: moment().add(2, 'hours').unix() }, KEY);
export const intercomJwt4 = (id: string) => jwt.sign({ user_id: id, exp: getUnixTime(addHours(new Date(), 1)) }, KEY);
export const intercomJwt5 = (id: string) => jwt.sign({ user_id: id, exp: (Date.now() / 1000 + HOUR) | 0 }, KEY);

export const intercomJwt6 = (id: string) => jwt.sign({ user_id: id, exp: dayjs().add(1, 'hour').valueOf() }, KEY); // want missingexpiry
export const intercomJwt7 = (id: string) => jwt.sign({ user_id: id, exp: now() }, KEY); // want missingexpiry
export const intercomJwt8 = (id: string) => jwt.sign({ user_id: id, exp: HOUR }, KEY); // want missingexpiry
export const intercomJwt9 = (id: string) => jwt.sign({ user_id: id, exp: now() + 30 * 24 * HOUR }, KEY); // want missingexpiry
export const intercomJwt10 = (id: string) => jwt.sign({ user_id: id, exp: new Date(Date.now() + HOUR * 1000) }, KEY); // want missingexpiry
export const intercomJwt11 = (id: string) => jwt.sign({ user_id: id }, KEY, { expiresIn: 86400 });
export const intercomJwt12 = (id: string) => jwt.sign({ user_id: id }, KEY, { expiresIn: process.env.INTERCOM_TTL ?? '90d' }); // want missingexpiry
export const intercomJwt13 = (id: string, ttl: number) => jwt.sign({ user_id: id, exp: now() + ttl }, KEY);
