package io.flexservices.internal.pipeline;

import io.flexservices.log.JsonLogger;

/**
 * What a call has, whatever it calls.
 *
 * @param handlerName the handler in words, for the log and for errors
 * @param head what Kinvey said in the headers
 * @param logger the logger of the request
 * @param modules the modules of the request
 * @param delivery how the answer goes out
 * @param stackTraces whether an exception is shown with its stack trace
 */
record CallScope(
    String handlerName,
    KinveyHead head,
    JsonLogger logger,
    RequestModules modules,
    Delivery delivery,
    boolean stackTraces) {}
