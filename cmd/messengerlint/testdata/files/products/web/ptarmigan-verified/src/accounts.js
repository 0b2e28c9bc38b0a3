import pg from 'pg';

const pool = new pg.Pool();

export async function accountById(id) {
  const { rows } = await pool.query('select id, email, plan from accounts where id = $1', [id]);
  return rows[0] ?? null;
}
