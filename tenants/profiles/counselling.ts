import { defineProfile } from '@unia/platform/tenancy'

export default defineProfile({
  kind: 'counselling',
  plugins: [
    'users',
    'portal',
    'organisation',
    'budget',
    'hr',
    'payroll',
    'social-funds',
    'counselling',
    'documents',
    'reporting',
    'resources',
    'finance',
    'programme',
  ],
})
