import router from '@adonisjs/core/services/router'
import { guard } from '../app/access/guard.ts'
import { routesBelow } from '../app/plugins/plugin_router.ts'
import { unknownAddress } from '../app/http/unknown_address.ts'
import type { Access } from '../app/access/guard.ts'

const open = { place: 'public' } satisfies Access
const person = { place: 'person' } satisfies Access
const stepped = { place: 'person', stepUp: true } satisfies Access

const Login = () => import('../app/identity/controllers/login_controller.ts')
const SecondFactorLogin = () => import('../app/identity/controllers/second_factor_login_controller.ts')
const Account = () => import('../app/identity/controllers/account_controller.ts')
const SecondFactor = () => import('../app/identity/controllers/second_factor_controller.ts')
const Sessions = () => import('../app/identity/controllers/sessions_controller.ts')
const Passkeys = () => import('../app/identity/controllers/passkeys_controller.ts')
const Start = () => import('../app/identity/controllers/start_controller.ts')
const Welcome = () => import('../app/identity/controllers/welcome_controller.ts')
const StepUp = () => import('../app/identity/controllers/step_up_controller.ts')
const Locale = () => import('../app/identity/controllers/locale_controller.ts')
const ActingRole = () => import('../app/identity/controllers/acting_role_controller.ts')
const Memberships = () => import('../app/identity/controllers/memberships_controller.ts')
const RoleRequests = () => import('../app/identity/controllers/role_requests_controller.ts')
const CityRoles = () => import('../app/identity/controllers/city_roles_controller.ts')
const Notifications = () => import('../app/identity/controllers/notifications_controller.ts')
const Home = () => import('../app/home/controllers/home_controller.ts')
const Family = () => import('../app/home/controllers/family_controller.ts')
const CityHome = () => import('../app/home/controllers/city_home_controller.ts')
const Units = () => import('../app/tenancy/controllers/units_controller.ts')
const Search = () => import('../app/search/controllers/search_controller.ts')
const Plugins = () => import('../app/plugins/controllers/plugins_controller.ts')
const CityPlugins = () => import('../app/plugins/controllers/city_plugins_controller.ts')
const Audit = () => import('../app/access/controllers/audit_controller.ts')
const Jobs = () => import('../app/jobs/controllers/jobs_controller.ts')
const JobFiles = () => import('../app/jobs/controllers/job_files_controller.ts')
const Parameters = () => import('../app/parameters/controllers/parameters_controller.ts')
const Bus = () => import('../app/bus/controllers/bus_controller.ts')
const Health = () => import('../app/health/controllers/health_controller.ts')
const Metrics = () => import('../app/health/controllers/metrics_controller.ts')

router.get('/health/live', [Health, 'live']).use(guard(open))
router.get('/health/ready', [Health, 'ready']).use(guard(open))
router.get('/metrics', [Metrics, 'show']).use(guard(open))

router.get('/login', [Login, 'create']).use(guard(open))
router.post('/login', [Login, 'store']).use(guard(open))
router.post('/logout', [Login, 'destroy']).use(guard(open))
router.get('/login/second-factor', [SecondFactorLogin, 'create']).use(guard(open))
router.post('/login/second-factor', [SecondFactorLogin, 'store']).use(guard(open))
router.post('/locale', [Locale, 'store']).use(guard(open))

router.post('/login/passkey/options', [Passkeys, 'logInOptions']).use(guard(open))
router.post('/login/passkey', [Passkeys, 'logIn']).use(guard(open))
router.get('/start', [Start, 'create']).use(guard(open))
router.post('/start', [Start, 'store']).use(guard(open))
router.post('/start/again', [Start, 'askAgain']).use(guard(open))
router.get('/start/account', [Start, 'account']).use(guard(open))
router.post('/start/open', [Start, 'open']).use(guard(open))
router.post('/start/join', [Start, 'join']).use(guard(open))
router.post('/start/recover', [Start, 'recover']).use(guard(open))

router.get('/', [Home, 'start']).use(guard(person))
router.get('/family', [Family, 'show']).use(guard(person))
router.get('/account', [Account, 'show']).use(guard(person))
router.get('/account/welcome', [Welcome, 'show']).use(guard(person))
router.post('/account/welcome', [Welcome, 'store']).use(guard(person))
router.put('/account/password', [Account, 'updatePassword']).use(guard(stepped))
router.get('/account/step-up', [StepUp, 'create']).use(guard(person))
router.post('/account/step-up', [StepUp, 'store']).use(guard(person))
router.get('/account/second-factor', [SecondFactor, 'create']).use(guard(stepped))
router.post('/account/second-factor', [SecondFactor, 'store']).use(guard(stepped))
router.delete('/account/second-factor', [SecondFactor, 'destroy']).use(guard(stepped))
router.post('/account/recovery-codes', [SecondFactor, 'renewCodes']).use(guard(stepped))
router.post('/account/passkeys/options', [Passkeys, 'options']).use(guard(stepped))
router.post('/account/passkeys', [Passkeys, 'store']).use(guard(stepped))
router.delete('/account/passkeys/:id', [Passkeys, 'destroy']).use(guard(stepped))
router.delete('/account/sessions/:id', [Sessions, 'destroy']).use(guard(person))
router.delete('/account/sessions', [Sessions, 'destroyOthers']).use(guard(person))
router.get('/notifications', [Notifications, 'index']).use(guard(person))
router.post('/notifications/read', [Notifications, 'read']).use(guard(person))
router.post('/city/acting-role', [ActingRole, 'store']).use(guard(person)).as('city.acting_role')
router.post('/:unit/acting-role', [ActingRole, 'store']).use(guard(person)).as('unit.acting_role')

const city = routesBelow('/city', 'city', null)
city.get('/', [CityHome, 'show'], { can: 'core.city.view' })
city.get('/search', [Search, 'city'], { can: 'core.city.view' })
city.get('/units', [Units, 'index'], { can: 'core.city.view' })
city.get('/units/export', [Units, 'export'], { can: 'core.city.view' })
city.get('/plugins', [CityPlugins, 'index'], { can: 'core.city_plugin.view' })
city.get('/audit', [Audit, 'city'], { can: 'core.city_audit.view' })
city.get('/roles', [CityRoles, 'index'], { can: 'core.city_role.view' })
city.post('/roles', [CityRoles, 'store'], { can: 'core.city_role.grant', stepUp: true })
city.post('/role-requests/:id/approval', [RoleRequests, 'approve'], {
  can: 'core.city_role.grant',
  stepUp: true,
})
city.post('/role-requests/:id/refusal', [RoleRequests, 'refuse'], {
  can: 'core.city_role.grant',
  stepUp: true,
})
city.get('/parameters', [Parameters, 'index'], { can: 'core.parameter.view' })
city.post('/parameters', [Parameters, 'store'], { can: 'core.parameter.change', stepUp: true })
city.delete('/parameters/values/:id', [Parameters, 'destroy'], { can: 'core.parameter.change', stepUp: true })
city.get('/bus', [Bus, 'index'], { can: 'core.bus.view' })
city.post('/bus/dead-letters/:id/redrive', [Bus, 'redrive'], { can: 'core.bus.redrive', stepUp: true })
city.post('/bus/dead-letters/:id/discard', [Bus, 'discard'], { can: 'core.bus.redrive', stepUp: true })

const unit = routesBelow('/:unit', 'unit', null)
unit.get('/', [Home, 'show'], { can: 'core.home.view' })
unit.get('/search', [Search, 'unit'], { can: 'core.home.view' })
unit.get('/plugins', [Plugins, 'index'], { can: 'core.plugin.view' })
unit.post('/plugins/:plugin/activation', [Plugins, 'enable'], { can: 'core.plugin.switch' })
unit.delete('/plugins/:plugin/activation', [Plugins, 'disable'], { can: 'core.plugin.switch' })
unit.get('/memberships', [Memberships, 'index'], { can: 'core.membership.view' })
unit.post('/memberships', [Memberships, 'store'], { can: 'core.membership.grant', stepUp: true })
unit.delete('/memberships/:id', [Memberships, 'destroy'], { can: 'core.membership.grant', stepUp: true })
unit.post('/role-requests/:id/approval', [RoleRequests, 'approve'], {
  can: 'core.membership.grant',
  stepUp: true,
})
unit.post('/role-requests/:id/refusal', [RoleRequests, 'refuse'], {
  can: 'core.membership.grant',
  stepUp: true,
})
unit.get('/audit', [Audit, 'index'], { can: 'core.audit.view' })
unit.get('/audit/export', [Audit, 'export'], { can: 'core.audit.view', stepUp: true })
unit.get('/jobs', [Jobs, 'index'], { can: 'core.job.view' })
unit.get('/jobs/:id', [Jobs, 'show'], { can: 'core.job.view' })
unit.get('/jobs/:id/files/:file', [JobFiles, 'show'], { can: 'core.job.view' })
unit.post('/jobs/:id/cancellation', [Jobs, 'cancel'], { can: 'core.job.view' })

// Last: an unknown address is answered with the person, language and menu known.
router.any('*', unknownAddress).use(guard(open))
