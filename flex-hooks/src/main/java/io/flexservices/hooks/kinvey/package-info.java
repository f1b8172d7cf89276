/** The ways in: hooks around a service object, in Kinvey's pre and post hooks, around records. */
@NullMarked
package io.flexservices.hooks.kinvey;

import org.jspecify.annotations.NullMarked;
