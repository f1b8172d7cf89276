/** Mail, sent by Kinvey. */
@NullMarked
package io.flexservices.modules.email;

import org.jspecify.annotations.NullMarked;
