package io.floorwalker.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Context;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.testkit.PipelineHarness;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityLinksTest {
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

  @Test
  void aSignInIsSaidToTheVisitorAndToTheUser() {
    CustomerEvent signedIn = event("signed_in", "a-1", "u-1");

    List<CustomerEvent> links = linked(signedIn);

    assertThat(links)
        .extracting(
            CustomerEvent::getEventId, CustomerEvent::getType, CustomerEvent::getCustomerKey)
        .containsExactly(
            tuple("e-1", "signed_in", "u-1"),
            tuple(Ids.link("e-1", "a-1"), "identity_linked", "a-1"),
            tuple(Ids.link("e-1", "u-1"), "identity_linked", "u-1"));
    assertThat(links.subList(1, 3))
        .allSatisfy(
            link -> {
              assertThat(link.getAnonymousId()).isEqualTo("a-1");
              assertThat(link.getUserId()).isEqualTo("u-1");
              assertThat(link.getOccurredAt()).isEqualTo(AT);
              assertThat(link.getSessionId()).as("of no session").isNull();
              assertThat(link.getContext()).isEqualTo(signedIn.getContext());
            });
  }

  @Test
  void aLinkFromOutsideIsSaidToBothToo() {
    assertThat(linked(event("identity_linked", "a-1", "u-1")))
        .extracting(CustomerEvent::getEventId, CustomerEvent::getCustomerKey)
        .containsExactly(
            tuple(Ids.link("e-1", "a-1"), "a-1"), tuple(Ids.link("e-1", "u-1"), "u-1"));
  }

  @ParameterizedTest
  @CsvSource({
    "signed_in,   ,    u-1",
    "signed_in,   ' ', u-1",
    "signed_in,   a-1, ",
    "signed_in,   a-1, a-1",
    "identity_linked, a-1, a-1",
    "page_viewed, a-1, u-1",
    "signed_out,  a-1, u-1"
  })
  void whatLinksNobodyPassesAsItIs(String type, @Nullable String visitor, @Nullable String user) {
    CustomerEvent event = event(type, visitor, user);
    assertThat(linked(event)).containsExactly(event);
  }

  private static List<CustomerEvent> linked(CustomerEvent event) {
    try (PipelineHarness<CustomerEvent, CustomerEvent> links =
        PipelineHarness.of(TypeInformation.of(CustomerEvent.class), IdentityLinks::attach)) {
      links.element(event, 0);
      return links.output();
    }
  }

  private static CustomerEvent event(String type, @Nullable String visitor, @Nullable String user) {
    return CustomerEvent.newBuilder()
        .setEventId("e-1")
        .setType(type)
        .setOccurredAt(AT)
        .setSite("shop")
        .setSessionId("s-1")
        .setSessionSeq(4L)
        .setAnonymousId(visitor)
        .setUserId(user)
        .setCustomerKey(user == null ? visitor : user)
        .setContext(Context.newBuilder().setCountry("DE").build())
        .build();
  }
}
