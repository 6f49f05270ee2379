package org.pacegate.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R4.123, R4.127: what is read of a page of the form that was sent. */
class DoorAnswersTest {

  private static final DoorStep CONSENT =
      new DoorStep(
          "consent",
          null,
          List.of(
              DoorField.asked("consent.given", FieldKind.CONSENT),
              DoorField.choice("consent.relation", "SELF", "PARENT"),
              DoorField.asked("consent.signature", FieldKind.TEXT)));

  private static Map<String, String> read(boolean known, Map<String, String> sent) {
    HttpServletRequest request =
        (HttpServletRequest)
            Proxy.newProxyInstance(
                DoorAnswersTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getParameter" -> sent.get((String) arguments[0]);
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    return new DoorAnswers(request).of(CONSENT, known);
  }

  @Test
  void R4_127_a_name_stands_under_the_text_that_the_page_showed() {
    assertThat(
            read(
                false,
                Map.of(
                    "consent.given", "1/es/abc",
                    "consent.text", "1/es/abc",
                    "consent.relation", "PARENT",
                    "consent.signature", " Petra Linked ")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "consent.given", "1/es/abc",
                "consent.relation", "PARENT",
                "consent.signature", "Petra Linked",
                "consent.signed", "1/es/abc",
                "consent.drawn", "",
                "person.language", "es"));
  }

  @Test
  void R4_127_no_name_is_no_signature_and_takes_none_back_but_the_name() {
    assertThat(
            read(
                true,
                Map.of(
                    "consent.text",
                    "1/es/abc",
                    "shown",
                    "consent.given,consent.relation,consent.signature")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("consent.given", "", "consent.relation", "", "consent.signature", ""));
  }

  @Test
  void R4_123_what_the_page_did_not_show_it_cannot_take_back() {
    assertThat(read(true, Map.of("shown", "consent.relation", "consent.relation", "")))
        .containsExactlyEntriesOf(Map.of("consent.relation", ""));
  }

  @Test
  void R4_123_only_what_the_page_asks_is_read() {
    assertThat(
            read(
                true,
                Map.of(
                    "consent.relation", "OWNER",
                    "person.familyName", "Other",
                    "shown", "consent.relation,person.familyName",
                    "consent.drawn", "1,1 2,2")))
        .containsExactlyEntriesOf(Map.of("consent.relation", ""));
  }
}
