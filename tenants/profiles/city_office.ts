import { defineProfile } from '@unia/platform/tenancy'

export default defineProfile({
  kind: 'city_office',
  plugins: [
    'users',
    'portal',
    'budget',
    'compulsory-education',
    'recruitment',
    'grants',
    'scholarships',
    'apprentices',
    'documents',
    'reporting',
    'resources',
    'finance',
    'programme',
  ],
})
