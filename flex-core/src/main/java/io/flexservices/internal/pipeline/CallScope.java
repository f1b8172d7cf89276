package io.flexservices.internal.pipeline;

import io.flexservices.internal.worker.PendingWork;
import io.flexservices.log.JsonLogger;
import io.flexservices.spi.Deadline;

/**
 * What a call has, whatever it calls.
 *
 * @param handlerName the handler in words, for the log and for errors
 * @param head what Kinvey said in the headers
 * @param deadline when the answer is due
 * @param logger the logger of the request
 * @param pending what the request started and did not wait for
 * @param modules the modules of the request
 * @param delivery how the answer goes out
 * @param stackTraces whether an exception is shown with its stack trace
 */
record CallScope(
    String handlerName,
    KinveyHead head,
    Deadline deadline,
    JsonLogger logger,
    PendingWork pending,
    RequestModules modules,
    Delivery delivery,
    boolean stackTraces) {}
