// What the rooms of the core add to HttpContext, for programs that see only some of them (the pages' type check).
import type {} from '@adonisjs/inertia/inertia_middleware'
import type {} from '@adonisjs/core/providers/edge_provider'
import type {} from '@adonisjs/session/session_middleware'
import type {} from '../access/place.ts'
import type {} from '../identity/identity.ts'
import type {} from './middleware/identify_middleware.ts'
