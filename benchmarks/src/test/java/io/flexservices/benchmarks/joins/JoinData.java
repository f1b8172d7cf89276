package io.flexservices.benchmarks.joins;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Posts with an author, three starers and three comments each, by a tenth as many users; the same
 * for the same number of posts.
 */
record JoinData(
    List<Map<String, Object>> posts,
    List<Map<String, Object>> comments,
    List<Map<String, Object>> users) {
  private static final int PER_POST = 3;

  static JoinData of(int size) {
    Random random = new Random(size);
    List<Map<String, Object>> posts = new ArrayList<>();
    List<Map<String, Object>> comments = new ArrayList<>();
    List<Map<String, Object>> users = new ArrayList<>();
    for (int id = 0; id < size / 10; id++) {
      users.add(record("id", id, "name", "User " + id, "email", "user" + id + "@example.com"));
    }
    for (int id = 0; id < size; id++) {
      List<Integer> starIds = new ArrayList<>();
      for (int n = 0; n < PER_POST; n++) {
        starIds.add(random.nextInt(users.size()));
        int userId = random.nextInt(users.size());
        int comment = id * PER_POST + n;
        comments.add(
            record("id", comment, "text", "Comment " + comment, "postId", id, "userId", userId));
      }
      int userId = random.nextInt(users.size());
      posts.add(record("id", id, "body", "Post " + id, "userId", userId, "starIds", starIds));
    }
    return new JoinData(posts, comments, users);
  }

  Map<String, Object> toJson() {
    return Map.of("posts", posts, "comments", comments, "users", users);
  }

  private static Map<String, Object> record(Object... namesAndValues) {
    Map<String, Object> record = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      record.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return record;
  }
}
