package io.flexservices.conformance.query;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The records in a server that implements MongoDB's meaning independently. */
final class MongoServerOracle implements AutoCloseable {
  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
  private final MongoCollection<Document> collection =
      client.getDatabase("test").getCollection("records");

  void hold(List<Map<String, @Nullable Object>> records) {
    collection.deleteMany(new Document());
    collection.insertMany(records.stream().map(Document::new).toList());
  }

  /** The ids of the records that a query finds, in its order and extent. */
  List<Integer> ids(Map<String, @Nullable Object> query) {
    FindIterable<Document> found =
        collection
            .find(document(query.get("filter")))
            .skip(((Number) query.get("skip")).intValue());
    if (query.get("limit") instanceof Number limit) {
      found.limit(limit.intValue());
    }
    Document sort = document(query.get("sort"));
    List<Integer> ids = new ArrayList<>();
    (sort.isEmpty() ? found : found.sort(sort))
        .forEach(record -> ids.add(record.getInteger("_id")));
    return ids;
  }

  @SuppressWarnings("unchecked") // the keys of a query's parts are strings
  private static Document document(@Nullable Object part) {
    return new Document((Map<String, Object>) part);
  }

  @Override
  public void close() {
    client.close();
    server.shutdownNow();
  }
}
