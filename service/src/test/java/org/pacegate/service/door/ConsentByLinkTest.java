package org.pacegate.service.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.service.door.LinkClinic.BORN;
import static org.pacegate.service.door.LinkClinic.DESK;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.patient.Language;
import org.pacegate.service.intake.AcceptNew;
import org.pacegate.service.intake.IntakeInbox;
import org.pacegate.service.intake.IntakeSubmission;
import org.pacegate.service.intake.PlainWords;
import org.pacegate.service.intake.Submission.Submitted;
import org.pacegate.service.intake.SubmitIntake;

/** R4.4, R4.60, R4.62, R4.67: what a runner signs at their own door, and what is kept of it. */
class ConsentByLinkTest {

  private final LinkClinic clinic = LinkClinic.open();

  private String bornYearsAgo(int years) {
    return LocalDate.ofInstant(clinic.now(), ZoneOffset.UTC)
        .minusYears(years)
        .minusDays(2)
        .toString();
  }

  private List<String> wrong(String session) {
    return clinic.open(session).problems().stream()
        .map(problem -> problem.field() + " " + problem.problem())
        .toList();
  }

  private Submitted accepted(MadeLink link, PlainWords words) {
    return clinic.as(
        DESK,
        services ->
            services
                .get(IntakeInbox.class)
                .acceptNew(new AcceptNew(link.intakeId(), UUID.randomUUID(), words)));
  }

  private String consent(MadeLink link) {
    return clinic
        .rows(
            "select concat_ws(' ', language, signer_relation, door, signer_name) from consent"
                + " where intake_id = "
                + link.intakeId())
        .get(0);
  }

  private JsonObject response(MadeLink link) {
    String content =
        clinic
            .rows("select content from intake_response where intake_id = " + link.intakeId())
            .get(0);
    try (JsonReader json = Json.createReader(new StringReader(content))) {
      return json.readObject();
    }
  }

  private static Map<String, JsonObject> items(JsonObject response) {
    return response.getJsonArray("item").stream()
        .flatMap(part -> part.asJsonObject().getJsonArray("item").stream())
        .map(item -> item.asJsonObject())
        .collect(Collectors.toMap(item -> item.getString("linkId"), item -> item));
  }

  @Test
  void R4_62_for_a_child_somebody_else_signs_and_says_who() {
    String born = bornYearsAgo(12);
    MadeLink link = clinic.link(born);
    String session = clinic.opens(link, born).orElseThrow();
    clinic.answersAll(session);
    assertThat(wrong(session)).containsExactly("consent.relation child");
    assertThat(clinic.send(session)).isInstanceOf(DoorState.Open.class);

    clinic.answers(session, "consent.relation", "PARENT", "consent.signature", "Petra Linked");
    assertThat(wrong(session)).isEmpty();
    assertThat(clinic.send(session)).isInstanceOf(DoorState.Sent.class);
    accepted(link, PlainWords.ES);
    assertThat(consent(link)).isEqualTo("es PARENT LINK Petra Linked");
  }

  @Test
  void R4_62_a_runner_of_16_or_more_signs_alone() {
    String born = bornYearsAgo(16);
    MadeLink link = clinic.link(born);
    String session = clinic.opens(link, born).orElseThrow();
    clinic.answersAll(session);
    assertThat(wrong(session)).isEmpty();
  }

  @Test
  void R4_60_nothing_is_sent_unsigned() {
    String session = clinic.session(clinic.link());
    clinic.answersUnsigned(session);
    clinic.answers(session, "consent.given", clinic.text(Language.en), "person.language", "en");
    assertThat(wrong(session)).containsExactly("consent.signature missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/es/0000", "0/es/x", "yes", "2"})
  void R4_4_a_text_that_nobody_was_shown_is_asked_for_again(String made) {
    String session = clinic.session(clinic.link());
    clinic.answersAll(session);
    clinic.answers(session, "consent.given", made);
    assertThat(wrong(session)).contains("consent.given changed");
    assertThat(clinic.send(session)).isInstanceOf(DoorState.Open.class);
  }

  @Test
  void R4_20_a_name_under_another_text_is_asked_for_again() {
    String session = clinic.session(clinic.link());
    clinic.answersAll(session);
    clinic.answers(session, "consent.given", clinic.text(Language.en));
    assertThat(wrong(session)).containsExactly("consent.signature changed");
  }

  @Test
  void R4_67_a_sent_intake_names_the_runner_the_door_and_the_words_that_were_read() {
    MadeLink link = clinic.link();
    String session = clinic.session(link);
    clinic.answersAll(session);
    clinic.send(session);
    Submitted done = accepted(link, PlainWords.ES);

    JsonObject response = response(link);
    assertThat(response.getString("door")).isEqualTo("LINK");
    assertThat(response.getString("language")).isEqualTo("es");
    assertThat(response.getJsonObject("author").getString("reference")).startsWith("Practitioner/");
    assertThat(response.getJsonObject("signature").getString("door")).isEqualTo("LINK");
    assertThat(response.getJsonObject("consent").getString("language")).isEqualTo("es");
    Map<String, JsonObject> items = items(response);
    JsonObject words = items.get("complaint.words");
    assertThat(words.getString("text"))
        .isEqualTo(PlainWords.ES.question("complaint.words"))
        .isNotEqualTo(PlainWords.EN.question("complaint.words"));
    assertThat(words.getJsonObject("provenance").getString("reference"))
        .isEqualTo("Patient/" + done.patientId());
    assertThat(words.getJsonObject("provenance").getString("display")).isEqualTo("Lena Linked");
    assertThat(words.getJsonObject("provenance").getString("door")).isEqualTo("LINK");
    JsonObject name = items.get("person.familyName").getJsonObject("provenance");
    assertThat(name.getString("reference")).startsWith("Practitioner/");
    assertThat(name.getString("display")).isEqualTo("Anna Lindqvist");
    assertThat(name.getString("door")).isEqualTo("DESK");
    assertThat(
            clinic.rows(
                "select door || ' ' || language from intake_response where intake_id = "
                    + link.intakeId()))
        .containsExactly("LINK es");
  }

  @Test
  void R4_67_what_the_runner_signed_and_the_desk_submits_was_signed_at_the_runners_door() {
    MadeLink link = clinic.link();
    String session = clinic.opens(link, BORN).orElseThrow();
    clinic.answersAll(session);
    assertThat(
            clinic.<Object>as(
                DESK,
                services ->
                    services
                        .get(IntakeSubmission.class)
                        .submit(
                            new SubmitIntake(
                                link.intakeId(),
                                UUID.randomUUID(),
                                Language.es,
                                false,
                                PlainWords.ES))))
        .isInstanceOf(Submitted.class);
    assertThat(consent(link)).isEqualTo("es SELF LINK Lena Linked");
    assertThat(response(link).getString("door")).isEqualTo("DESK");
    assertThat(response(link).getJsonObject("signature").getString("door")).isEqualTo("LINK");
  }
}
