/** A read-only GraphQL endpoint over what joins read, as a FlexFunction. */
@NullMarked
package io.flexservices.graphql;

import org.jspecify.annotations.NullMarked;
