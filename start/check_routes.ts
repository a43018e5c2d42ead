import app from '@adonisjs/core/services/app'
import { checkRoutes } from '../app/access/check_routes.ts'

if (['web', 'test'].includes(app.getEnvironment())) checkRoutes()
