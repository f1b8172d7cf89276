/** What the measurements print: the machine's words, tables in Markdown, goals met and missed. */
@NullMarked
package io.flexservices.benchmarks.report;

import org.jspecify.annotations.NullMarked;
