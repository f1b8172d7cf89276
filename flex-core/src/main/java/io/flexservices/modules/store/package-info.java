/** Kinvey's data, users, groups, roles and custom endpoints, as a handler works with them. */
@NullMarked
package io.flexservices.modules.store;

import org.jspecify.annotations.NullMarked;
