/**
 * Lambda on one's own machine: its Runtime API, spoken to the real runtime interface client in a
 * process of its own, behind a front that translates HTTP as the chosen event source does.
 */
@NullMarked
package io.flexservices.local.lambda;

import org.jspecify.annotations.NullMarked;
