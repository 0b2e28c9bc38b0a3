import express from 'express';
import session from 'express-session';
import passport from 'passport';
import { config } from './config';
import { support } from './routes/support';

const app = express();
app.use(express.json());
app.use(session({ secret: config.sessionSecret, resave: false, saveUninitialized: false }));
app.use(passport.initialize());
app.use(passport.session());
app.use('/api/support', support);
app.listen(config.port, () => console.log(`ledgerly-api on ${config.port}`));
