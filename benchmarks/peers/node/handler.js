// The measured handlers on the Node Flex SDK, behind serverless-http.
'use strict';

const express = require('express');
const serverlessHttp = require('serverless-http');

// The SDK starts a server itself; what it would listen with is the application to be handed on.
let application;
express.application.listen = function listen(port, host, started) {
  application = this;
  started();
};

require('kinvey-flex-sdk').service({ sharedSecret: process.env.FLEX_SHARED_SECRET }, (failure, flex) => {
  if (failure) {
    throw failure;
  }
  const widgets = flex.data.serviceObject('widgets');
  widgets.onGetById((context, complete) =>
    complete().setBody({ _id: context.entityId, name: 'thing' }).ok().next());
  widgets.onInsert((context, complete) => complete().setBody(context.body).ok().next());
  flex.functions.register('echo', (context, complete) => complete().setBody(context.body).ok().next());
});

exports.handler = serverlessHttp(application);
