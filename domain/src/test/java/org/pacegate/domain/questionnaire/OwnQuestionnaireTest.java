package org.pacegate.domain.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.domain.questionnaire.Forms.form;
import static org.pacegate.domain.questionnaire.Forms.question;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.DomainRefusal;

class OwnQuestionnaireTest {

  private static final Attribution NOW =
      Attribution.of(7, Instant.parse("2026-11-26T09:00:00Z"), ZoneOffset.UTC);

  @Test
  void r457ItIsADraftThenInUseThenRetired() {
    OwnQuestionnaire own = loaded("Licence 12 of the owner");
    assertThat(own.state()).isEqualTo(OwnState.DRAFT);
    assertThat(own.title()).isEqualTo(form(question("a", ItemType.TEXT)).title());
    assertThat(own.questions()).isEqualTo(1);
    own.activate(NOW);
    assertThat(own.state()).isEqualTo(OwnState.ACTIVE);
    own.retire(NOW);
    assertThat(own.state()).isEqualTo(OwnState.RETIRED);
  }

  @Test
  void r457NothingComesBackIntoUse() {
    OwnQuestionnaire own = loaded("Our own words");
    own.activate(NOW);
    assertRefused("questionnaire.notDraft", () -> own.activate(NOW));
    own.retire(NOW);
    assertRefused("questionnaire.retired", () -> own.retire(NOW));
    assertRefused("questionnaire.notDraft", () -> own.activate(NOW));
  }

  @Test
  void r457ADraftCanBeRetired() {
    OwnQuestionnaire own = loaded("Our own words");
    own.retire(NOW);
    assertThat(own.state()).isEqualTo(OwnState.RETIRED);
  }

  @Test
  void r457WithoutAReasonToUseItNothingIsLoaded() {
    assertRefused("invalid.licence.missing", () -> loaded("  "));
    assertRefused("invalid.licence.tooLong", () -> loaded("x".repeat(2001)));
  }

  @Test
  void R4_150_what_is_in_use_is_asked_of_everybody_or_of_regions() {
    Audience knees = Audience.of(Set.of(BodySite.KNEE, BodySite.SHIN), false);
    assertThat(knees.includes(Optional.of(BodySite.KNEE))).isTrue();
    assertThat(knees.includes(Optional.of(BodySite.NECK))).isFalse();
    assertThat(knees.includes(Optional.empty())).isFalse();
    assertThat(Audience.everybody(true).includes(Optional.empty())).isTrue();
    assertThat(OwnAudience.read("KNEE SHIN", false)).isEqualTo(knees);
    assertThat(OwnAudience.read("", true)).isEqualTo(Audience.everybody(true));
    assertRefused("invalid.regions.missing", () -> Audience.of(Set.of(), false));
  }

  @Test
  void R4_150_a_draft_and_a_retired_version_are_asked_of_nobody() {
    OwnQuestionnaire own = loaded("Our own words");
    assertRefused("questionnaire.notInUse", () -> own.askOf(Audience.everybody(false), 1, NOW));
    own.activate(NOW);
    own.retire(NOW);
    assertRefused("questionnaire.notInUse", () -> own.askOf(Audience.everybody(false), 1, NOW));
  }

  private static OwnQuestionnaire loaded(String licence) {
    return new OwnQuestionnaire(
        form(question("a", ItemType.TEXT)), "{}", "0".repeat(64), licence, NOW);
  }

  private static void assertRefused(String code, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            DomainRefusal.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
