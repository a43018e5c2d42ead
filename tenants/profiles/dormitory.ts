import { defineProfile } from '@unia/platform/tenancy'

export default defineProfile({
  kind: 'dormitory',
  plugins: [
    'secretariat',
    'users',
    'portal',
    'organisation',
    'budget',
    'hr',
    'payroll',
    'social-funds',
    'recruitment',
    'canteen',
    'dormitory',
    'documents',
    'reporting',
    'resources',
    'finance',
    'programme',
  ],
})
