/** What happens before and after a handler: fields, queries, joins, caches, validation. */
module io.flexservices.hooks {
  requires transitive io.flexservices.core;
  requires static transitive org.jspecify;

  exports io.flexservices.hooks;
  exports io.flexservices.hooks.join;
  exports io.flexservices.hooks.loader;
  exports io.flexservices.hooks.kinvey;
  exports io.flexservices.hooks.records;
}
