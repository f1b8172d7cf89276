/** Kinvey entities: objects with an id, permissions and times that Kinvey knows. */
@NullMarked
package io.flexservices.modules.entity;

import org.jspecify.annotations.NullMarked;
