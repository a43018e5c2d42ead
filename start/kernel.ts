import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('../app/http/exception_handler.ts'))

server.use([
  () => import('../app/http/middleware/trusted_host_middleware.ts'),
  () => import('../app/http/middleware/container_bindings_middleware.ts'),
  () => import('@adonisjs/static/static_middleware'),
  () => import('@adonisjs/vite/vite_middleware'),
  () => import('../app/http/middleware/inertia_middleware.ts'),
])

router.use([
  () => import('@adonisjs/core/bodyparser_middleware'),
  () => import('@adonisjs/session/session_middleware'),
  () => import('@adonisjs/shield/shield_middleware'),
  () => import('../app/http/middleware/identify_middleware.ts'),
])
