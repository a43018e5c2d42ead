import { defineProfile } from '@unia/platform/tenancy'

export default defineProfile({
  kind: 'shared_service',
  plugins: [
    'users',
    'portal',
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
