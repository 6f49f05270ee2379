package org.pacegate.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.web.questionnaire.BodySpot;

/** R4.123, R4.127: what is read of a page of the form that was sent. */
class DoorAnswersTest {

  private static final DoorStep CONSENT =
      new DoorStep(
          "consent",
          null,
          List.of(
              DoorField.asked("consent.given", FieldKind.CONSENT),
              DoorField.choice("consent.relation", "SELF", "PARENT"),
              DoorField.asked("consent.signature", FieldKind.TEXT),
              DoorField.optional("consent.drawn", FieldKind.PEN)));

  private static final DoorStep WHERE =
      new DoorStep(
          "bodySite",
          "complaint.bodySite",
          List.of(
              new DoorField(
                  "complaint.bodySite", FieldKind.BODY, List.of("LOW_BACK", "KNEE"), false)));

  private static Map<String, String> read(boolean known, Map<String, String> sent) {
    return read(CONSENT, known, sent);
  }

  private static Map<String, String> read(DoorStep step, boolean known, Map<String, String> sent) {
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
    return new DoorAnswers(request).of(step, known);
  }

  @ParameterizedTest
  @CsvSource({"BODY, complaint.bodySite, true", "PLACE, own.diary/worst, false"})
  void R4_171_pointing_says_the_side_of_the_complaint_alone(
      FieldKind kind, String name, boolean side) {
    DoorStep step =
        new DoorStep("place", name, List.of(new DoorField(name, kind, List.of("KNEE"), false)));

    assertThat(read(step, false, Map.of(name, "KNEE", "pointed", "LEFT")))
        .isEqualTo(side ? Map.of(name, "KNEE", "complaint.side", "LEFT") : Map.of(name, "KNEE"));
  }

  @Test
  void R4_160_what_is_no_region_has_no_place_on_the_picture() {
    var field =
        new DoorField("own.diary/worst", FieldKind.PLACE, List.of("NECK", "KNEE", "UNSURE"), true);

    assertThat(field.spots())
        .extracting(BodySpot::place)
        .containsExactly("at-neck", "at-knee-left", "at-knee-right");
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
  void R4_170_what_is_drawn_stands_under_the_text_and_in_the_place_of_a_name_from_before() {
    assertThat(
            read(true, Map.of("consent.text", "1/es/abc", "consent.drawn", "1,1 2,2", "shown", "")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "consent.signature", "",
                "consent.signed", "1/es/abc",
                "consent.drawn", "1,1 2,2"));
  }

  @ParameterizedTest
  @CsvSource({
    "KNEE, LEFT, LEFT",
    "KNEE, RIGHT, RIGHT",
    "KNEE, '', ''",
    "KNEE, MIDLINE, ''",
    "LOW_BACK, LEFT, ''",
    "ELBOW, LEFT, ''"
  })
  void R4_171_pointing_at_one_of_two_sides_says_the_side(
      String region, String pointed, String side) {
    assertThat(
            read(WHERE, true, Map.of("complaint.bodySite", region, "pointed", pointed, "shown", ""))
                .getOrDefault("complaint.side", ""))
        .isEqualTo(side);
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
                    "consent.signed", "1/es/abc")))
        .containsExactlyEntriesOf(Map.of("consent.relation", ""));
  }
}
