'use strict';

// The fixture's handlers on the Node Flex SDK's own server: FLEX_PORT=10001 node server.js
const sdk = require('kinvey-flex-sdk');

const options = {
  host: '127.0.0.1',
  port: Number(process.env.FLEX_PORT),
  sharedSecret: process.env.FLEX_SHARED_SECRET,
};

sdk.service(options, (error, flex) => {
  if (error) {
    throw error;
  }
  flex.data.serviceObject('widgets').onGetById((context, complete) =>
    complete().setBody({ _id: context.entityId, name: 'thing' }).ok().next());
  flex.functions.register('echo', (context, complete) =>
    complete().setBody(context.body).ok().next());
});
