/**
 * One service of the Flex documents' own examples, to copy from: widgets over data events, a custom
 * endpoint, a hook before and one after a collection's requests, and a login. {@link
 * io.flexservices.examples.ExampleService} puts them together; the package {@code modules} beneath
 * has an example of each module.
 */
@NullMarked
package io.flexservices.examples;

import org.jspecify.annotations.NullMarked;
