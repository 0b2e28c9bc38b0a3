import jwt from 'jsonwebtoken'

export default defineEventHandler(async (event) => {
  const { user_id } = getQuery(event)
  const config = useRuntimeConfig()
  const token = jwt.sign({ user_id }, config.intercomJwtSecret, { expiresIn: '1h' }) // want untrusteduserid
  return { token }
})
