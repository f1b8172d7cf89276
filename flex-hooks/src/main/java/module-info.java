/** What happens before and after a handler: fields, queries, joins, caches, validation. */
module io.flexservices.hooks {
  requires transitive io.flexservices.core;
  requires static com.fasterxml.jackson.databind;
  requires static com.networknt.schema;
  requires static re2j;
  requires static transitive org.jspecify;

  exports io.flexservices.hooks;
  exports io.flexservices.hooks.cache;
  exports io.flexservices.hooks.conditions;
  exports io.flexservices.hooks.control;
  exports io.flexservices.hooks.fields;
  exports io.flexservices.hooks.join;
  exports io.flexservices.hooks.kinvey;
  exports io.flexservices.hooks.loader;
  exports io.flexservices.hooks.queries;
  exports io.flexservices.hooks.records;
  exports io.flexservices.hooks.validation;
}
