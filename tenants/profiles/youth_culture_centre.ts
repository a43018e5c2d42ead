import { defineProfile } from '@unia/platform/tenancy'

export default defineProfile({
  kind: 'youth_culture_centre',
  plugins: [
    'secretariat',
    'users',
    'portal',
    'organisation',
    'budget',
    'hr',
    'payroll',
    'social-funds',
    'documents',
    'reporting',
    'resources',
    'finance',
    'programme',
  ],
})
