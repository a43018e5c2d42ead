import { on } from '@unia/platform/bus'
import { personMerged, personSplit } from '@unia/platform/memberships'
import { definePlugin } from '@unia/platform/plugins'
import { provide } from '@unia/platform/contracts'
import * as contract from '#secretariat/contract'

export default definePlugin({
  id: 'secretariat',
  version: '0.1.0',
  platform: '^0.1',
  area: 'people',
  kinds: [
    ...(['preschool', 'primary', 'general_secondary', 'technical', 'special'] as const),
    ...(['continuing_education', 'dormitory', 'youth_culture_centre'] as const),
  ],
  provides: [
    provide(contract.Pupils, () => import('#secretariat/contracts/pupils')),
    provide(contract.Sections, () => import('#secretariat/contracts/sections')),
    provide(contract.Calendar, () => import('#secretariat/contracts/calendar')),
  ],
  permissions: {
    'secretariat.pupil.view': {
      level: 'unit',
      risk: 'personal',
      roles: [
        ...(['secretary', 'director', 'deputy_director', 'psychologist'] as const),
        ...(['tutor', 'teacher', 'preschool_teacher'] as const),
      ],
    },
    'secretariat.pupil.identify': {
      level: 'unit',
      risk: 'personal',
      roles: ['secretary', 'director', 'deputy_director', 'psychologist'],
    },
    'secretariat.pupil.edit': { level: 'unit', risk: 'personal', roles: ['secretary', 'director'] },
    /** The whole card, but only of pupils of one's own section. */
    'secretariat.pupil.tutor': { level: 'class', risk: 'personal', roles: ['tutor'] },
    'secretariat.pupil.unmask': {
      level: 'unit',
      risk: 'personal',
      roles: ['secretary', 'director', 'tutor'],
    },
    'secretariat.guardian.contact': {
      level: 'unit',
      risk: 'personal',
      roles: ['secretary', 'director', 'tutor'],
    },
    'secretariat.court_note.view': {
      level: 'unit',
      risk: 'personal',
      roles: ['secretary', 'director', 'psychologist'],
    },
    'secretariat.court_note.edit': { level: 'unit', risk: 'personal', roles: ['secretary', 'director'] },
    'secretariat.pupil.certify': { level: 'unit', risk: 'personal', roles: ['secretary', 'director'] },
    'secretariat.family.view': { level: 'self', risk: 'personal', roles: ['guardian', 'pupil'] },
    'secretariat.section.view': {
      level: 'unit',
      roles: [
        ...(['secretary', 'director', 'deputy_director', 'psychologist'] as const),
        ...(['tutor', 'teacher', 'preschool_teacher'] as const),
      ],
    },
    'secretariat.section.edit': { level: 'unit', roles: ['secretary', 'director'] },
    'secretariat.calendar.view': {
      level: 'unit',
      roles: [
        ...(['secretary', 'director', 'deputy_director', 'psychologist', 'planner'] as const),
        ...(['tutor', 'teacher', 'preschool_teacher'] as const),
      ],
    },
    'secretariat.calendar.edit': { level: 'unit', roles: ['secretary', 'director', 'deputy_director'] },
  },
  menu: [
    {
      id: 'pupils',
      path: '/pupils',
      icon: 'users-group',
      section: 'people',
      permission: 'secretariat.pupil.view',
      order: 10,
    },
    {
      id: 'sections',
      path: '/sections',
      icon: 'school',
      section: 'people',
      permission: 'secretariat.section.view',
      order: 20,
    },
    {
      id: 'transfers',
      path: '/transfers',
      icon: 'arrows-exchange',
      section: 'people',
      permission: 'secretariat.pupil.edit',
      order: 25,
    },
    {
      id: 'calendar',
      path: '/calendar',
      icon: 'calendar',
      section: 'people',
      permission: 'secretariat.calendar.view',
      order: 30,
    },
  ],
  cards: [
    {
      id: 'pupils',
      permission: 'secretariat.section.view',
      order: 20,
      load: () => import('#secretariat/cards/pupils'),
    },
  ],
  family: [
    {
      id: 'children',
      permission: 'secretariat.family.view',
      order: 0,
      load: () => import('#secretariat/cards/family'),
    },
  ],
  search: [
    {
      ...{
        id: 'pupils',
        permission: 'secretariat.pupil.view',
        label: 'secretariat.search.pupils',
        icon: 'user',
      },
      load: () => import('#secretariat/search/pupils'),
    },
    {
      ...{
        id: 'pesel',
        permission: 'secretariat.pupil.identify',
        label: 'secretariat.search.pesel',
        icon: 'id',
      },
      load: () => import('#secretariat/search/pesel'),
    },
  ],
  publishes: [
    contract.pupilCreated,
    contract.pupilUpdated,
    contract.pupilEnrolled,
    contract.pupilMovedClass,
    contract.guardianLinked,
    contract.guardianUnlinked,
    contract.guardianRightsChanged,
    contract.sectionCreated,
    contract.calendarChanged,
    contract.schoolYearOpened,
    contract.schoolYearClosed,
    contract.pupilLeft,
    contract.transferRequested,
    contract.transferConfirmed,
    contract.transferRefused,
  ],
  subscribes: [
    on(personMerged, {
      consumer: 'secretariat.person-merged',
      mode: 'afterCommit',
      handler: async (people) => (await import('#secretariat/listeners/person_merged')).rekeyPerson(people),
    }),
    on(personSplit, {
      consumer: 'secretariat.person-split',
      mode: 'afterCommit',
      handler: async (people) => (await import('#secretariat/listeners/person_merged')).splitPerson(people),
    }),
  ],
  jobs: [() => import('#secretariat/jobs/class_lists'), () => import('#secretariat/jobs/transfer_step')],
  routes: () => import('#secretariat/routes'),
  personalData: [
    {
      data: 'secretariat.privacy.pupils.data',
      basis: 'secretariat.privacy.pupils.basis',
      retention: 'secretariat.privacy.pupils.retention',
    },
    {
      data: 'secretariat.privacy.guardians.data',
      basis: 'secretariat.privacy.guardians.basis',
      retention: 'secretariat.privacy.guardians.retention',
    },
  ],
})
