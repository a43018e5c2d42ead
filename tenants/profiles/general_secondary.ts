import { defineProfile } from '@unia/platform/tenancy'

export default defineProfile({
  kind: 'general_secondary',
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
    'recruitment',
    'scholarships',
    'canteen',
    'documents',
    'library',
    'reporting',
    'resources',
    'finance',
    'programme',
  ],
})
