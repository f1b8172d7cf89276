/** FlexAuth: custom logins. */
@NullMarked
package io.flexservices.auth;

import org.jspecify.annotations.NullMarked;
