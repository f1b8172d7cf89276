// The least that runs a function of Node on Lambda's Runtime API: one connection, one event at a time.
'use strict';

const http = require('http');
const { handler } = require('./handler');

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

function send(method, path, body) {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
    const request = http.request({ host, port, agent, method, path, headers }, (response) => {
      const parts = [];
      response.on('data', part => parts.push(part));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(parts) }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function run() {
  for (;;) {
    const event = await send('GET', '/2018-06-01/runtime/invocation/next');
    const id = event.headers['lambda-runtime-aws-request-id'];
    const answer = await handler(JSON.parse(event.body), {});
    await send('POST', `/2018-06-01/runtime/invocation/${id}/response`, JSON.stringify(answer));
  }
}

run();
