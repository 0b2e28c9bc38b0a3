import jwt from 'jsonwebtoken';

export const handler = async (event) => {
  const userId = event.requestContext.authorizer.claims.sub;
  const token = jwt.sign({ user_id: userId }, process.env.INTERCOM_JWT_SECRET, { expiresIn: '1h' });
  return { statusCode: 200, body: JSON.stringify({ token }) };
};

export const unsafeHandler = async (event) => {
  const { userId } = JSON.parse(event.body);
  const token = jwt.sign({ user_id: userId }, process.env.INTERCOM_JWT_SECRET, { expiresIn: '1h' }); // want untrusteduserid
  return { statusCode: 200, body: JSON.stringify({ token }) };
};
