package io.flexservices.hooks.join;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.Json;
import java.util.List;
import java.util.Map;

/** The records of the guide's comprehensive example, and what it makes of the posts. */
final class GuideData {
  static final String POSTS =
      """
      [
      {"id": 1, "body": "John post", "userId": 101, "starIds": [102, 103, 104], "reputation": [{"userId": 102, "points": 1}, {"userId": 103, "points": 1}, {"userId": 104, "points": 1}]},
      {"id": 2, "body": "Marshall post", "userId": 102, "starIds": [101, 103, 104]},
      {"id": 3, "body": "Barbara post", "userId": 103},
      {"id": 4, "body": "Aubree post", "userId": 104}
      ]
      """;

  static final String COMMENTS =
      """
      [
      {"id": 11, "text": "John post Marshall comment 11", "postId": 1, "userId": 102},
      {"id": 12, "text": "John post Marshall comment 12", "postId": 1, "userId": 102},
      {"id": 13, "text": "John post Marshall comment 13", "postId": 1, "userId": 102},
      {"id": 14, "text": "Marshall post John comment 14", "postId": 2, "userId": 101},
      {"id": 15, "text": "Marshall post John comment 15", "postId": 2, "userId": 101},
      {"id": 16, "text": "Barbara post John comment 16", "postId": 3, "userId": 101},
      {"id": 17, "text": "Aubree post Marshall comment 17", "postId": 4, "userId": 102}
      ]
      """;

  static final String USERS =
      """
      [
      {"id": 101, "name": "John"},
      {"id": 102, "name": "Marshall"},
      {"id": 103, "name": "Barbara"},
      {"id": 104, "name": "Aubree"}
      ]
      """;

  static final String JOINED =
      """
      [
      {"id": 1, "body": "John post", "userId": 101, "starIds": [102, 103, 104], "reputation": [{"userId": 102, "points": 1, "author": "Marshall"}, {"userId": 103, "points": 1, "author": "Barbara"}, {"userId": 104, "points": 1, "author": "Aubree"}], "author": {"id": 101, "name": "John"}, "comments": [{"id": 11, "text": "John post Marshall comment 11", "postId": 1, "userId": 102, "author": {"id": 102, "name": "Marshall"}}, {"id": 12, "text": "John post Marshall comment 12", "postId": 1, "userId": 102, "author": {"id": 102, "name": "Marshall"}}, {"id": 13, "text": "John post Marshall comment 13", "postId": 1, "userId": 102, "author": {"id": 102, "name": "Marshall"}}], "starers": [{"id": 102, "name": "Marshall"}, {"id": 103, "name": "Barbara"}, {"id": 104, "name": "Aubree"}]},
      {"id": 2, "body": "Marshall post", "userId": 102, "starIds": [101, 103, 104], "author": {"id": 102, "name": "Marshall"}, "comments": [{"id": 14, "text": "Marshall post John comment 14", "postId": 2, "userId": 101, "author": {"id": 101, "name": "John"}}, {"id": 15, "text": "Marshall post John comment 15", "postId": 2, "userId": 101, "author": {"id": 101, "name": "John"}}], "starers": [{"id": 101, "name": "John"}, {"id": 103, "name": "Barbara"}, {"id": 104, "name": "Aubree"}]},
      {"id": 3, "body": "Barbara post", "userId": 103, "author": {"id": 103, "name": "Barbara"}, "comments": [{"id": 16, "text": "Barbara post John comment 16", "postId": 3, "userId": 101, "author": {"id": 101, "name": "John"}}]},
      {"id": 4, "body": "Aubree post", "userId": 104, "author": {"id": 104, "name": "Aubree"}, "comments": [{"id": 17, "text": "Aubree post Marshall comment 17", "postId": 4, "userId": 102, "author": {"id": 102, "name": "Marshall"}}]}
      ]
      """;

  private GuideData() {}

  /** The users and comments, and who asked for them. */
  static LoggedServices services() {
    return new LoggedServices()
        .with("users", "id", records(USERS))
        .with("comments", "id", records(COMMENTS));
  }

  @SuppressWarnings("unchecked") // that is what the texts hold
  private static List<Map<String, Object>> records(String json) {
    return (List<Map<String, Object>>) requireNonNull(Json.parse(json));
  }
}
