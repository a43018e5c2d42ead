import { defineProfile } from '@unia/platform/tenancy'

export default defineProfile({
  kind: 'preschool',
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
    'preschool',
    'documents',
    'reporting',
    'resources',
    'finance',
    'programme',
  ],
})
