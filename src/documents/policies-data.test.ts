/** Another program gets every policy with its facts as they are on the day, in the form that the schema states. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readCorpus } from '../corpus/index.ts';
import { policySchema } from '../schema/policies.ts';
import { policiesFileSchema, policiesJsonSchema, publishedStatuses } from '../schema/policies-json.ts';
import { internalFields, policiesData } from './policies-data.ts';
import { createSite } from './site.ts';
import { policyStatuses } from './status.ts';

const corpus = readCorpus(fileURLToPath(new URL('../../content', import.meta.url)), 'content');
const site = createSite(corpus.documents, corpus, '2026-11-28');
const data = JSON.parse(JSON.stringify(policiesData(site))) as z.infer<typeof policiesFileSchema>;

test('the data of all policies have the form of the schema, and pass the JSON Schema', () => {
  const ofJsonSchema = z.fromJSONSchema(JSON.parse(JSON.stringify(policiesJsonSchema())));
  for (const schema of [policiesFileSchema, ofJsonSchema]) {
    const { success, error } = schema.safeParse(data);
    expect([success, error?.message]).toEqual([true, undefined]);
  }
  expect(ofJsonSchema.safeParse({ ...data, policies: [{ ...data.policies[0], benefit: 3 }] }).success).toBe(
    false,
  );
  expect(data.policies).toHaveLength(site.policies.length);
});

test('amounts, telephones and names stand there as readers see them, and nothing that is for editors', () => {
  const policy = data.policies.find(({ id }) => id === 'can-ji-bu-tie');
  expect(policy).toMatchObject({
    title: '有残疾证，每月能领补贴',
    url: 'https://mingbai.example/policies/can-ji-bu-tie/',
    status: 'active',
    audiences: [{ id: 'can-ji', title: '残疾人' }, { id: 'kun-nan' }],
    contacts: [{ id: 'tel-12345', phone: '12345' }],
  });
  expect(policy?.keyPoints).toContain('两种补贴，山西现在每月各122元');
  expect(policy?.body).toContain('122元');
  for (const field of internalFields) expect(data.policies.some((each) => field in each)).toBe(false);
});

test('every field of a policy is either in the data or named as internal, and the statuses are all of them', () => {
  const published = Object.keys(policiesFileSchema.shape.policies.element.shape);
  expect(Object.keys(policySchema.shape).filter((name) => !published.includes(name))).toEqual(
    expect.arrayContaining([...internalFields]),
  );
  expect(Object.keys(policySchema.shape).filter((name) => !published.includes(name))).toHaveLength(
    internalFields.length,
  );
  expect([...publishedStatuses].sort()).toEqual([...policyStatuses].sort());
});
