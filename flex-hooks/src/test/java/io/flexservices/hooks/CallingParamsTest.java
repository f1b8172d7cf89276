package io.flexservices.hooks;

import static io.flexservices.hooks.Texts.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallingParamsTest {
  private final HookContext context =
      Texts.finding(
          "{'provider':'rest','user':{'email':'e','id':1},'securityContext':'user','a':{'b':2}}");

  @Test
  void whoCallsGoesAlong() {
    assertThat(CallingParams.of(context, object("{'id':1}")).asMap())
        .isEqualTo(
            object(
                "{'query':{'id':1},'provider':'rest','user':{'email':'e','id':1},"
                    + "'securityContext':'user','_populate':'skip'}"));
  }

  @Test
  void whatGoesAlongIsChosen() {
    assertThat(CallingParams.of(context, null, List.of(), Map.of()).asMap())
        .isEqualTo(object("{'_populate':'skip'}"));
    assertThat(CallingParams.of(context, null, List.of("user", "none"), Map.of()).asMap())
        .isEqualTo(object("{'user':{'email':'e','id':1},'_populate':'skip'}"));
    assertThat(CallingParams.of(context, null, List.of("user.id", "a.b", "x.y"), Map.of()).asMap())
        .isEqualTo(object("{'user':{'id':1},'a':{'b':2},'_populate':'skip'}"));
    Map<String, ?> more = Map.of("paginate", false, "_populate", "on");
    assertThat(CallingParams.of(context, object("{'c':1}"), List.of("provider"), more).asMap())
        .isEqualTo(object("{'query':{'c':1},'provider':'rest','paginate':false,'_populate':'on'}"));
    assertThat(context.params().user()).isEqualTo(object("{'email':'e','id':1}"));
  }
}
