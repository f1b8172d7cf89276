// A hook of feathers-hooks-common over records in memory: node joins.js DATA RESULT fastJoin|populate
// Prints {median, calls}: milliseconds of a run, and how many calls of services it makes. The
// services find by a Set of the keys, those of populate by an index, and copy what they give, as
// those of the Java side do.
'use strict';
const fs = require('fs');
const { fastJoin, populate } = require('feathers-hooks-common');
const { loaderFactory } = require('@feathers-plus/batch-loader');

const WARM_UP = 4000;
const MEASURED = 5000;

const data = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
let calls = 0;

function copy(value) {
  if (Array.isArray(value)) {
    return value.map(copy);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  const made = {};
  for (const name in value) {
    made[name] = copy(value[name]);
  }
  return made;
}

function service(records) {
  return {
    async find({ query }) {
      calls++;
      const [field] = Object.keys(query);
      const wanted = new Set(query[field].$in);
      return records.filter((record) => wanted.has(record[field])).map(copy);
    },
  };
}

function indexed(field, records) {
  const byValue = new Map();
  for (const record of records) {
    if (!byValue.has(record[field])) {
      byValue.set(record[field], []);
    }
    byValue.get(record[field]).push(record);
  }
  return {
    async find({ query }) {
      calls++;
      const wanted = query[field];
      const values = wanted !== null && typeof wanted === 'object' ? [...new Set(wanted.$in)] : [wanted];
      return values.flatMap((value) => (byValue.get(value) || []).map(copy));
    },
  };
}

const users = service(data.users);
const comments = service(data.comments);
const services = {
  users: indexed('id', data.users),
  comments: indexed('postId', data.comments),
};
const app = { service: (name) => services[name] };

const author = () => async (record, context) =>
  (record.author = await context._loaders.user.id.load(record.userId));

const fast = fastJoin({
  before: (context) => {
    context._loaders = {
      user: { id: loaderFactory(users, 'id', false)(context) },
      comments: { postId: loaderFactory(comments, 'postId', true)(context) },
    };
  },
  joins: {
    author,
    starers: () => async (post, context) =>
      (post.starers = await context._loaders.user.id.loadMany(post.starIds)),
    comments: {
      resolver: () => async (post, context) =>
        (post.comments = await context._loaders.comments.postId.load(post.id)),
      joins: { joins: { author } },
    },
  },
});

const userOf = (nameAs, parentField) =>
  ({ service: 'users', nameAs, parentField, childField: 'id' });
const slow = populate({
  schema: {
    include: [
      userOf('author', 'userId'),
      userOf('starers', 'starIds'),
      {
        service: 'comments',
        parentField: 'id',
        childField: 'postId',
        include: userOf('author', 'userId'),
      },
    ],
  },
});
const join = process.argv[4] === 'populate' ? slow : fast;

async function run() {
  const context = { app, type: 'after', method: 'find', path: 'posts', params: {} };
  context.result = copy(data.posts);
  const begin = process.hrtime.bigint();
  await join(context);
  return { context, ms: Number(process.hrtime.bigint() - begin) / 1e6 };
}

async function main() {
  for (const end = Date.now() + WARM_UP; Date.now() < end; ) {
    await run();
  }
  const times = [];
  for (const end = Date.now() + MEASURED; Date.now() < end; ) {
    times.push((await run()).ms);
  }
  calls = 0;
  const { context } = await run();
  fs.writeFileSync(process.argv[3], JSON.stringify(context.result));
  times.sort((a, b) => a - b);
  console.log(JSON.stringify({ median: times[times.length >> 1], calls }));
}

main();
