/**
 * The snippets of docs/modules.md, as handlers: each class uses one module as the Flex documents'
 * own examples do. {@link io.flexservices.examples.modules.ModuleExamples} registers them.
 */
@NullMarked
package io.flexservices.examples.modules;

import org.jspecify.annotations.NullMarked;
