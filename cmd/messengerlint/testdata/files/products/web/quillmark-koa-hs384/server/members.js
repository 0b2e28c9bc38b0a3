const { Pool } = require('pg');

const pool = new Pool();

async function loadMember(id) {
  const { rows } = await pool.query('select id, email, display_name as "displayName" from members where id = $1', [id]);
  return rows[0];
}

module.exports = { loadMember };
