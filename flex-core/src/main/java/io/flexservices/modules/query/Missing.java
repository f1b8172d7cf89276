package io.flexservices.modules.query;

/** What stands at a path that leads nowhere; not the same as null. */
enum Missing {
  MISSING
}
