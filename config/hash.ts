import { defineConfig, drivers } from '@adonisjs/core/hash'

/** OWASP's profile of 19 MiB and two passes; tests take the cheapest the algorithm allows. */
const cost =
  process.env.NODE_ENV === 'test' ? { memory: 1024, iterations: 2 } : { memory: 19456, iterations: 2 }

export default defineConfig({
  default: 'argon',
  list: { argon: drivers.argon2({ version: 0x13, variant: 'id', parallelism: 1, ...cost }) },
})
