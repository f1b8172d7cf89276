/** Flex services on AWS Lambda: every event source to a request, and a response to its answer. */
@NullMarked
package io.flexservices.aws;

import org.jspecify.annotations.NullMarked;
