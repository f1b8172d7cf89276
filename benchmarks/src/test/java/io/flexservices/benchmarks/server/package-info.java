/** The local server under load, beside the Node Flex SDK's own and the JDK's. */
@NullMarked
package io.flexservices.benchmarks.server;

import org.jspecify.annotations.NullMarked;
