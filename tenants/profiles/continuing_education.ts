import { defineProfile } from '@unia/platform/tenancy'

export default defineProfile({
  kind: 'continuing_education',
  plugins: [
    'secretariat',
    'users',
    'portal',
    'register',
    'timetable',
    'organisation',
    'budget',
    'hr',
    'payroll',
    'social-funds',
    'documents',
    'library',
    'reporting',
    'resources',
    'finance',
    'programme',
  ],
})
