/**
 * The platform-neutral core of Flex services: handlers, contexts, completions, modules and the
 * pipeline that runs them.
 */
module io.flexservices.core {
  requires static com.fasterxml.jackson.core;
  requires static com.fasterxml.jackson.databind;
  requires java.net.http;
  requires re2j;
  requires software.amazon.awssdk.http;
  requires software.amazon.awssdk.http.urlconnection;
  requires static transitive org.jspecify;

  exports io.flexservices;
  exports io.flexservices.auth;
  exports io.flexservices.background;
  exports io.flexservices.completion;
  exports io.flexservices.context;
  exports io.flexservices.data;
  exports io.flexservices.error;
  exports io.flexservices.functions;
  exports io.flexservices.json;
  exports io.flexservices.log;
  exports io.flexservices.modules;
  exports io.flexservices.modules.background;
  exports io.flexservices.modules.entity;
  exports io.flexservices.modules.email;
  exports io.flexservices.modules.push;
  exports io.flexservices.modules.query;
  exports io.flexservices.modules.store;
  exports io.flexservices.runtime;
  exports io.flexservices.secret;
  exports io.flexservices.spi;

  uses io.flexservices.FlexService;
}
