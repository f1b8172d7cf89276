/** The catalogue of the errors that go over the wire, as named factories. */
@NullMarked
package io.flexservices.error;

import org.jspecify.annotations.NullMarked;
