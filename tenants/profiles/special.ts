import { defineProfile } from '@unia/platform/tenancy'

export default defineProfile({
  kind: 'special',
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
    'grants',
    'canteen',
    'preschool',
    'dormitory',
    'documents',
    'library',
    'reporting',
    'resources',
    'finance',
    'programme',
  ],
})
