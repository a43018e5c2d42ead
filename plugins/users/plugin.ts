import { on } from '@unia/platform/bus'
import { optional, provide } from '@unia/platform/contracts'
import { membershipEnded, membershipGranted } from '@unia/platform/memberships'
import { definePlugin } from '@unia/platform/plugins'
import { addDays } from '@unia/platform/values'
import * as secretariat from '@unia/secretariat/contract'
import { Audiences } from '#users/contract'
import * as heard from '#users/published/heard'

const facts = () => import('#users/listeners/facts')
const late = { mode: 'afterCommit', publisherMayBeAbsent: true } as const
const guardians = async ({ pupilId }: { pupilId: string }) => (await facts()).deriveGuardians(pupilId)
const tutors = async ({ sectionId }: { sectionId: string }) => (await facts()).deriveTutors(sectionId)

export default definePlugin({
  id: 'users',
  version: '0.1.0',
  platform: '^0.1',
  area: 'people',
  kinds: 'all',
  provides: [provide(Audiences, () => import('#users/contracts/audiences'))],
  needs: [optional(secretariat.Pupils), optional(secretariat.Sections)],
  permissions: {
    'users.person.view': {
      level: 'tenant',
      risk: 'personal',
      roles: ['director', 'deputy_director', 'unit_admin', 'secretary'],
    },
    'users.invitation.issue': {
      level: 'tenant',
      risk: 'personal',
      roles: ['director', 'unit_admin', 'secretary'],
    },
    'users.employment.view': {
      level: 'tenant',
      risk: 'personal',
      roles: ['director', 'deputy_director', 'unit_admin', 'hr_clerk'],
    },
    'users.employment.edit': {
      level: 'tenant',
      risk: 'personal',
      roles: ['director', 'unit_admin', 'hr_clerk'],
    },
    'users.authorisation.view': {
      level: 'tenant',
      risk: 'personal',
      roles: ['director', 'deputy_director', 'unit_admin'],
    },
    'users.merge.view': { level: 'city', risk: 'personal', roles: ['city_admin', 'auditor', 'helpdesk'] },
    'users.merge.confirm': { level: 'city', risk: 'personal', roles: ['city_admin'] },
  },
  menu: [
    {
      ...{ id: 'people', path: '/people', icon: 'users', section: 'people', permission: 'users.person.view' },
      order: 80,
    },
    {
      ...{ id: 'invitations', path: '/invitations', icon: 'mail', section: 'people' },
      ...{ permission: 'users.invitation.issue', order: 81 },
    },
    {
      ...{ id: 'employments', path: '/employments', icon: 'briefcase', section: 'people' },
      ...{ permission: 'users.employment.view', order: 82 },
    },
    {
      ...{ id: 'authorisations', path: '/authorisations', icon: 'certificate', section: 'people' },
      ...{ permission: 'users.authorisation.view', order: 83 },
    },
    {
      ...{ id: 'merges', path: '/merges', icon: 'users', section: 'city', city: true },
      ...{ permission: 'users.merge.view', order: 46 },
    },
  ],
  routes: () => import('#users/routes'),
  cityRoutes: () => import('#users/city_routes'),
  jobs: [() => import('#users/jobs/daily'), () => import('#users/jobs/letters')],
  subscribes: [
    on(secretariat.guardianLinked, { consumer: 'users.guardian-linked', ...late, handler: guardians }),
    on(secretariat.guardianUnlinked, { consumer: 'users.guardian-unlinked', ...late, handler: guardians }),
    on(secretariat.guardianRightsChanged, {
      consumer: 'users.guardian-rights',
      ...late,
      handler: guardians,
    }),
    on(secretariat.pupilUpdated, { consumer: 'users.pupil-updated', ...late, handler: guardians }),
    on(secretariat.pupilEnrolled, {
      consumer: 'users.pupil-enrolled',
      ...late,
      handler: async ({ pupilId, from }) => {
        await (await facts()).derivePupil(pupilId, from)
        await (await facts()).deriveGuardians(pupilId)
      },
    }),
    on(secretariat.pupilLeft, {
      consumer: 'users.pupil-left',
      ...late,
      handler: async ({ pupilId, on: last }) => (await facts()).derivePupil(pupilId, addDays(last, 1)),
    }),
    on(heard.sectionTutorChanged, { consumer: 'users.section-tutor', ...late, handler: tutors }),
    on(heard.sectionClosed, { consumer: 'users.section-closed', ...late, handler: tutors }),
    on(heard.employmentStarted, {
      consumer: 'users.employment-started',
      ...late,
      handler: async (news) => (await facts()).hearOfEmployment(news, false),
    }),
    on(heard.employmentChanged, {
      consumer: 'users.employment-changed',
      ...late,
      handler: async (news) => (await facts()).hearOfEmployment(news, false),
    }),
    on(heard.employmentEnded, {
      consumer: 'users.employment-ended',
      ...late,
      handler: async (news) => (await facts()).hearOfEmployment(news, true),
    }),
    on(membershipGranted, {
      consumer: 'users.authorise',
      mode: 'afterCommit',
      handler: async (news) => (await import('#users/models/authorising')).authorise(news),
    }),
    on(membershipEnded, {
      consumer: 'users.withdraw',
      mode: 'afterCommit',
      handler: async (news) => (await import('#users/models/authorising')).withdraw(news),
    }),
  ],
  personalData: [
    {
      data: 'users.privacy.authorisations.data',
      basis: 'users.privacy.authorisations.basis',
      retention: 'users.privacy.authorisations.retention',
    },
    {
      data: 'users.privacy.employments.data',
      basis: 'users.privacy.employments.basis',
      retention: 'users.privacy.employments.retention',
    },
  ],
})
