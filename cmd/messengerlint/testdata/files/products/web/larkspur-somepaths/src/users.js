import pg from 'pg';

const pool = new pg.Pool();

export async function userById(id) {
  const { rows } = await pool.query('select id::text, email from users where id = $1', [id]);
  return rows[0];
}
