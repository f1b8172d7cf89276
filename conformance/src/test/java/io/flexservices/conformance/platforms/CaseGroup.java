package io.flexservices.conformance.platforms;

import java.util.List;

/** Cases of one kind: a section of the page. */
interface CaseGroup {
  /** The groups in the order of the page. */
  List<CaseGroup> GROUPS =
      List.of(
          new HeaderCases(),
          new QueryCases(),
          new PathCases(),
          new BodyCases(),
          new EventCases(),
          new AnswerCases(),
          new SecretCases(),
          new JsonLimitCases() //
          );

  /** The section's heading. */
  String title();

  /** The cases, in the order of the section's rows. */
  List<PlatformCase> cases();
}
